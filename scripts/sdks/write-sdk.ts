import { readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOf, type Part } from "../../tools/pulumi-languages/plan.ts";
import { cliVersion, oldestGo } from "../../tools/pulumi-cli/cli-version.ts";
import type { Context } from "../../tools/pulumi-cli/context.ts";
import { runCommand } from "../../tools/pulumi-cli/run-command.ts";
import { ensureLanguage } from "../../tools/pulumi-languages/ensure-languages.ts";

/** The languages that SDKs are written for, with the program that writes each. */
const generators = {
  python: "generator",
  go: "generator",
  dotnet: "dotnet-generator",
  java: "java-generator",
} satisfies Readonly<Record<string, Part>>;

export type SdkLanguage = keyof typeof generators;

export const sdkLanguages = Object.keys(generators) as readonly SdkLanguage[];

const schemaFile = fileURLToPath(new URL("../../docs/plugin.schema.json", import.meta.url));

/**
 * Writes the SDK of a language into a folder of its name, without what stood there before.
 *
 * @returns the SDK's folder, or why there is none: there is no Go, or the generator cannot be built
 * @example await writeSdk("python", "sdks", processContext());
 */
export async function writeSdk(
  language: SdkLanguage,
  folder: string,
  context: Context,
): Promise<{ folder: string } | { reason: string }> {
  const generator = await ensureLanguage(generators[language], context);
  if ("reason" in generator) return generator;

  const own = join(folder, language);
  await rm(own, { recursive: true, force: true });
  const program = join(generator.directory, buildOf(generators[language]).program);
  const { ok, complaint } = await runCommand(context, [program, schemaFile, folder, language]);
  if (!ok) return { reason: complaint };
  if (language === "go") await writeGoModule(own);
  return { folder: own };
}

/** The generator leaves this to the repository that an SDK is published from. */
async function writeGoModule(folder: string): Promise<void> {
  const { name, language } = JSON.parse(readFileSync(schemaFile, "utf8")) as {
    name: string;
    language: { go: { importBasePath: string } };
  };
  const module = `module ${language.go.importBasePath}\n\ngo ${oldestGo}\n\nrequire github.com/pulumi/pulumi/sdk/v3 v${cliVersion}\n`;
  await writeFile(join(folder, name, "go.mod"), module);
}
