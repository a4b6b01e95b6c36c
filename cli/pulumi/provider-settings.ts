import { type Settings, settingNames } from "../../provider/config/settings.ts";
import { knownList, knownRecord, knownText } from "../../provider/core/validation/partial.ts";
import { settingPrefixOf } from "../../provider/hosts/shared/resource-types.ts";
import { type Project, runPulumiJson } from "./run-pulumi.ts";

/**
 * The settings of an explicit provider, as the state of a stack holds them; the engine decrypts what is secret.
 *
 * @param reference URN and id of the provider, as its resources name it
 * @throws Error that says why the state does not tell them
 */
export async function providerSettings(project: Project, reference: string): Promise<Settings> {
  const printed = knownRecord(await runPulumiJson(["stack", "export", "--show-secrets"], project));
  return settingsIn(printed["deployment"], reference);
}

/**
 * The same of a deployment that was exported with its secrets.
 *
 * @example settingsIn(deployment, "urn:pulumi:dev::shop::pulumi:providers:pulumi-nodejs::other::1f")
 */
export function settingsIn(deployment: unknown, reference: string): Settings {
  const urn = reference.slice(0, reference.lastIndexOf("::"));
  const name = urn.slice(urn.lastIndexOf("::") + 2);
  const provider = knownList(knownRecord(deployment)["resources"])
    .map(knownRecord)
    .find((resource) => resource["urn"] === urn);
  if (provider === undefined) throw new Error(`its provider "${name}" is not in the state.`);
  const inputs = knownRecord(provider["inputs"]);
  const disclosed = Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, plain(value)]));
  return settingsOf(disclosed, settingPrefixOf(urn.split("::")[2]) ?? "");
}

/**
 * The settings in the arguments of a resource that is a provider which a program made; undefined for all others. The
 * dynamic provider is one of many of its package, and flagged.
 */
export function explicitSettings(type: unknown, given: Readonly<Record<string, unknown>>): Settings | undefined {
  const prefix = settingPrefixOf(type);
  const isOurs = prefix !== undefined && (prefix === "" || given[`${prefix}explicit`] !== undefined);
  return isOurs ? settingsOf(given, prefix) : undefined;
}

const settingsOf = (given: Readonly<Record<string, unknown>>, prefix: string): Settings =>
  Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = given[`${prefix}${name}`];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );

/** A value, out of the wrapping of a secret, which holds it as JSON. */
function plain(value: unknown): string | undefined {
  const { plaintext } = knownRecord(value);
  return knownText(typeof plaintext === "string" ? (JSON.parse(plaintext) as unknown) : value);
}
