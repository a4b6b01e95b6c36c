import type { Place } from "../../provider/api/place.ts";
import { type Client, createClient, createListReader } from "../../provider/client/index.ts";
import { accountMark, resolveConfiguration } from "../../provider/config.ts";
import { readProfile } from "../../provider/credentials-file.ts";
import { createLists, type Lists } from "../../provider/lifecycle/lists.ts";
import type { Settings } from "../../provider/settings.ts";

/** An account at a place, as a command sees it. */
export interface Account {
  readonly client: Client;
  readonly lists: Lists;
  readonly place: Place;
  /** Base URL in front of `/api/v1`. */
  readonly endpoint: string;
  /** The account as states name it: a few hex characters of the access key's hash. */
  readonly mark: string;
}

/**
 * Connects with what is given, else with the environment and `~/.ncloud/configure`. Nothing is asked yet.
 *
 * @throws ConfigurationError for a missing key or a value that is not known
 * @example const { lists } = connectAccount({ region: "KR" })
 */
export function connectAccount(settings: Settings): Account {
  const configuration = resolveConfiguration(settings, { environment: process.env, profile: readProfile });
  const { endpoint, place, accessKey, secretKey } = configuration;
  const client = createClient({ endpoint, region: place.region, accessKey, secretKey, log: toStandardError });
  return { client, lists: createLists({ client, createListReader, now: Date.now }), place, endpoint, mark: accountMark(accessKey) };
}

/** Standard output is for what the command was asked for. */
function toStandardError(level: "info" | "warning", message: string): void {
  if (level === "warning") process.stderr.write(`${message}\n`);
}
