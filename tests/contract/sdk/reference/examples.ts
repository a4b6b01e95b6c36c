import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";
import ts from "typescript";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));

/** The reference page, as it stands in the repository. */
export const page = readFileSync(join(repository, "docs/reference.md"), "utf8");

/** A part of the page under a heading of the third rank. */
export interface Section {
  readonly heading: string;
  readonly text: string;
  /** Its examples, in one program. */
  readonly example: string;
}

export const sections: readonly Section[] = page
  .split(/^### /m)
  .slice(1)
  .map((part) => {
    const [heading = "", ...lines] = part.split("\n");
    const text = lines.join("\n").split(/^## /m)[0] ?? "";
    const examples = [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => code);
    return { heading, text, example: examples.join("") };
  });

const head = `import * as pulumi from "@pulumi/pulumi";
import * as ncloud from "../../../../sdk/index.ts";
`;

/** What the compiler has against the examples, as a user's strict compiler sees them. */
export function problemsIn(examples: ReadonlyMap<string, string>): string[] {
  const folder = join(repository, "tests/contract/sdk/reference");
  const files = new Map(
    [...examples].map(([name, code]) => [join(folder, `${name}.example.ts`), `${head}${code}export {};\n`]),
  );
  const { config } = ts.readConfigFile(join(repository, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: Record<string, unknown> };
  };
  // An example need not use what it declares.
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, repository, { noUnusedLocals: false });
  const host = ts.createCompilerHost(options);
  // Where types are found must not depend on where the tests run.
  host.getCurrentDirectory = () => repository;
  host.fileExists = (file) => files.has(file) || ts.sys.fileExists(file);
  host.readFile = (file) => files.get(file) ?? ts.sys.readFile(file);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(
        ({ messageText }) => `${file.slice(folder.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
      ),
  );
}

/** Runs an example with the modules that it names. */
export async function runExample(code: string, modules: Readonly<Record<string, unknown>>): Promise<void> {
  const plain = code.replaceAll(/^export /gm, "");
  const { outputText } = ts.transpileModule(`(async (${Object.keys(modules).join(", ")}) => {\n${plain}})`, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  const run = runInThisContext(outputText) as (...given: unknown[]) => Promise<void>;
  await run(...Object.values(modules));
}
