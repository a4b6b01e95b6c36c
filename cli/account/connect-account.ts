import { accessKeyFingerprint, type Configuration, resolveConfiguration } from "../../provider/config/configuration.ts";
import { readProfile } from "../../provider/config/credentials-file.ts";
import type { KeySource } from "../../provider/config/missing-keys.ts";
import type { Settings } from "../../provider/config/settings.ts";
import type { Location } from "../../provider/core/location.ts";
import { createLists, type Lists } from "../../provider/services/sourcepipeline/account.ts";
import { type Client, createSourcePipelineClient } from "../../provider/services/sourcepipeline/api/client.ts";

/** An account at a location, as a command sees it. */
export interface Account {
  readonly client: Client;
  readonly lists: Lists;
  readonly location: Location;
  /** Base URL in front of `/api/v1`. */
  readonly endpoint: string;
  /** By which states name the account: a few hex characters of the access key's hash. */
  readonly accessKeyFingerprint: string;
}

/**
 * Connects with what is given, else with the environment and `~/.ncloud/configure`. Nothing is asked yet; what a user
 * should know of the endpoint is reported on standard error.
 *
 * @param keySource where else the user can give keys
 * @throws ConfigurationError for a missing key or a value that does not exist
 * @example const { lists } = connectAccount({ region: "KR" }, "option")
 */
export function connectAccount(settings: Settings, keySource: KeySource): Account {
  const configuration = configurationOf(settings, keySource);
  for (const warning of configuration.warnings) toStandardError("warning", warning);
  return accountAt(configuration);
}

/** What is given, and what the environment and `~/.ncloud/configure` add to it. */
export const configurationOf = (settings: Settings, keySource: KeySource = "configuration"): Configuration =>
  resolveConfiguration(settings, { environment: process.env, profile: readProfile, keySource });

/** The account of a configuration. */
export function accountAt({ endpoint, location, accessKey, secretKey }: Configuration): Account {
  const client = createSourcePipelineClient({
    endpoint,
    region: location.region,
    accessKey,
    secretKey,
    log: toStandardError,
  });
  const lists = createLists(client, Date.now);
  return { client, lists, location, endpoint, accessKeyFingerprint: accessKeyFingerprint(accessKey) };
}

/** Standard output is for what the command was asked for. */
export function toStandardError(level: "info" | "warning", message: string): void {
  if (level === "warning") process.stderr.write(`${message}\n`);
}
