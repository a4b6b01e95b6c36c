import { createHash } from "node:crypto";
import { endpointOf, endpointOfGateway, type Place, platforms, sites } from "./api/place.ts";
import type { Settings } from "./settings.ts";

/** Where settings can come from besides the stack's configuration. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The keys of a profile of `~/.ncloud/configure`; undefined when there is no such profile. */
  readonly profile: (name: string) => { accessKey?: string | undefined; secretKey?: string | undefined } | undefined;
}

/** Everything that is needed to talk to the service. */
export interface Configuration {
  place: Place;
  /** Base URL in front of `/api/v1`, without a slash at its end. */
  endpoint: string;
  /** Whether the endpoint was given, and so holds for every place. */
  endpointGiven: boolean;
  accessKey: string;
  secretKey: string;
  validation: (typeof validations)[number];
}

const validations = ["full", "offline"] as const;

/** A mistake in the configuration; the message says where and what to do. */
export class ConfigurationError extends Error {
  override name = "ConfigurationError";
  // Pulumi prints stacks; this one would say nothing to a user.
  override stack = "";
}

/**
 * Puts the configuration together: what is given first, then the environment, then `~/.ncloud/configure`, then the
 * defaults `KR`, `vpc`, `public`.
 *
 * @throws ConfigurationError for a missing key or a value that is not known.
 * @example resolveConfiguration({ region: "KR" }, { environment: process.env, profile: readProfile })
 */
export function resolveConfiguration(given: Settings, { environment, profile }: Surroundings): Configuration {
  const place: Place = {
    region: regionOf(given.region ?? filled(environment["NCLOUD_REGION"]) ?? "KR"),
    platform: wordOf("platform", platforms, given.platform ?? "vpc"),
    site: wordOf("site", sites, given.site ?? "public"),
  };
  const gateway = filled(environment["NCLOUD_API_GW"]);
  const endpoint = given.endpoint ?? (gateway && endpointOfGateway(gateway, place.platform));
  const name = filled(environment["NCLOUD_PROFILE"]) ?? "DEFAULT";
  let fromFile: ReturnType<Surroundings["profile"]>;
  const keyOf = (key: "accessKey" | "secretKey", variable: string): string =>
    given[key] ?? filled(environment[variable]) ?? (fromFile ??= profile(name))?.[key] ?? missing(key, variable, name);

  return {
    place,
    endpoint: urlOf(endpoint ?? endpointOf(place)),
    endpointGiven: endpoint !== undefined,
    validation: wordOf("validation", validations, given.validation ?? "full"),
    accessKey: keyOf("accessKey", "NCLOUD_ACCESS_KEY"),
    secretKey: keyOf("secretKey", "NCLOUD_SECRET_KEY"),
  };
}

/** A few hex characters that tell accounts apart in a state without telling the key. */
export function accountMark(accessKey: string): string {
  return createHash("sha256").update(accessKey).digest("hex").slice(0, 8);
}

function missing(key: "accessKey" | "secretKey", variable: string, profile: string): never {
  const words = key === "accessKey" ? "access key" : "secret key";
  const secret = key === "secretKey" ? " --secret" : "";
  throw new ConfigurationError(
    `There is no ${words} for NAVER Cloud. Run "pulumi config set${secret} ncloud:${key} …", set ${variable}, ` +
      `or write it to the profile ${profile} of ~/.ncloud/configure.`,
  );
}

function regionOf(region: string): string {
  if (/^[A-Za-z0-9-]+$/.test(region)) return region;
  throw new ConfigurationError(`ncloud:region: "${region}" is not a region code. Give one such as "KR".`);
}

function wordOf<Word extends string>(key: string, words: readonly Word[], given: string): Word {
  const word = words.find((candidate) => candidate === given);
  if (word !== undefined) return word;
  const known = words.map((candidate) => `"${candidate}"`).join(", ");
  throw new ConfigurationError(`ncloud:${key}: "${given}" is not known. Give one of ${known}.`);
}

function urlOf(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  if (plain && url.search === "" && url.hash === "" && !/\/api\/v1\/*$/.test(url.pathname)) {
    return endpoint.replace(/\/+$/, "");
  }
  // The value is not repeated: it could hold a password.
  throw new ConfigurationError(
    "ncloud:endpoint (or NCLOUD_API_GW) is not a base URL. Give the part in front of /api/v1, " +
      'such as "https://vpcsourcepipeline.apigw.ntruss.com" or "http://127.0.0.1:4600".',
  );
}

const filled = (text: string | undefined): string | undefined => (text === "" ? undefined : text);
