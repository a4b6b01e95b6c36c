import { createHash } from "node:crypto";
import {
  type Addresses,
  endpointAt,
  type Location,
  type Platform,
  platforms,
  regionCode,
  sites,
} from "../core/location.ts";
import { isLoopback } from "../core/loopback.ts";
import { type ErrorCode, publicCodes } from "../core/public-codes.ts";
import { whyNotSilenced } from "../core/validation/silence.ts";
import { rules } from "../services/sourcepipeline/pipeline/rules/catalogue.ts";
import { describeMissingKeys, type KeyName, type KeySource, variableOf } from "./missing-keys.ts";
import { type Settings, validations } from "./settings.ts";

/** Where settings can come from besides the stack's configuration. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The keys of a profile of `~/.ncloud/configure`; undefined when there is no such profile. */
  readonly profile: (name: string) => { accessKey?: string | undefined; secretKey?: string | undefined } | undefined;
  /** Where else keys can be given, for the message about missing ones; in a stack's configuration unless said. */
  readonly keySource?: KeySource;
}

/** Everything that is needed to talk to the service. */
export interface Configuration {
  location: Location;
  /** Base URL in front of `/api/v1` at the location, without a slash at its end. */
  endpoint: string;
  /** What was said of addresses, for the endpoints of other places. */
  addresses: Addresses;
  accessKey: string;
  secretKey: string;
  validation: (typeof validations)[number];
  /** Codes of warnings that are not shown. */
  silence: ReadonlySet<string>;
  /** What a user should know of the endpoint, a sentence or two each; no secret among it. */
  warnings: readonly string[];
}

/** A mistake in the configuration; the message says where and what to do. */
export class ConfigurationError extends Error {
  override name = "ConfigurationError";
  readonly code: ErrorCode = publicCodes.configuration;
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
export function resolveConfiguration(
  given: Settings,
  { environment, profile, keySource = "configuration" }: Surroundings,
): Configuration {
  const variable = (name: string): string | undefined => filled(environment[name]);
  const site = given.site ?? variable("NCLOUD_SITE");
  const location: Location = {
    region: regionOf(given.region ?? variable("NCLOUD_REGION") ?? "KR"),
    site: wordOf(given.site === undefined ? "NCLOUD_SITE" : "ncloud:site", sites, site ?? "public"),
    platform:
      given.platform === undefined
        ? platformOf(variable("NCLOUD_SUPPORT_VPC"), site)
        : wordOf("ncloud:platform", platforms, given.platform),
  };
  const name = variable("NCLOUD_PROFILE") ?? "DEFAULT";
  let fromFile: ReturnType<Surroundings["profile"]>;
  const keyOf = (key: KeyName): string =>
    given[key] ?? variable(variableOf(key)) ?? (fromFile ??= profile(name))?.[key] ?? "";

  const configuration = {
    ...placed(location, { endpoint: given.endpoint, gateway: variable("NCLOUD_API_GW") }),
    validation: wordOf("ncloud:validation", validations, given.validation ?? "full"),
    silence: silenceOf("ncloud:silence", given.silence ?? ""),
    accessKey: keyOf("accessKey"),
    secretKey: keyOf("secretKey"),
  };
  const missing = (["accessKey", "secretKey"] as const).filter((key) => configuration[key] === "");
  if (missing.length > 0) throw new ConfigurationError(describeMissingKeys(missing, name, keySource));
  return configuration;
}

/**
 * The configuration for another location, such as the one that a state names: the same keys at the endpoint there.
 *
 * @throws ConfigurationError when the gateway gives no base URL for it.
 */
export const configurationAt = (configuration: Configuration, location: Location): Configuration => ({
  ...configuration,
  ...placed(location, configuration.addresses),
});

function placed(
  location: Location,
  addresses: Addresses,
): Pick<Configuration, "location" | "addresses" | "endpoint" | "warnings"> {
  const endpoint = urlOf(endpointAt(location, addresses));
  const { protocol } = new URL(endpoint);
  const isSafe = protocol === "https:" || isLoopback(endpoint);
  return { location, addresses, endpoint, warnings: isSafe ? [] : [unencrypted(endpoint)] };
}

const unencrypted = (endpoint: string): string =>
  `The endpoint ${endpoint} is not encrypted: anybody on the way can read and change the requests that the secret key ` +
  "signs, and the responses. Use an https:// endpoint (ncloud:endpoint, or NCLOUD_API_GW).";

/** A few hex characters that tell accounts apart in a state without telling the key. */
export function accessKeyFingerprint(accessKey: string): string {
  return createHash("sha256").update(accessKey).digest("hex").slice(0, 8);
}

function regionOf(region: string): string {
  if (/^[A-Za-z0-9-]+$/.test(region)) return regionCode(region);
  throw new ConfigurationError(`ncloud:region: "${region}" is not a region code. Give one such as "KR".`);
}

/** What Go's `strconv.ParseBool`, and so the vendor's provider, takes for true and false. */
const booleans: Readonly<Record<string, boolean>> = {
  true: true,
  t: true,
  "1": true,
  false: false,
  f: false,
  "0": false,
};

/** `NCLOUD_SUPPORT_VPC`, as the vendor's provider reads it, where the site fin knows nothing but VPC. */
function platformOf(supportVpc: string | undefined, site: string | undefined): Platform {
  if (supportVpc === undefined) return "vpc";
  const value = booleans[supportVpc.toLowerCase()];
  if (value !== undefined) return value || site === "fin" ? "vpc" : "classic";
  throw new ConfigurationError(`NCLOUD_SUPPORT_VPC: "${supportVpc}" is not known. Give one of "true", "false".`);
}

function wordOf<Word extends string>(source: string, words: readonly Word[], given: string): Word {
  const word = words.find((candidate) => candidate === given);
  if (word !== undefined) return word;
  const known = words.map((candidate) => `"${candidate}"`).join(", ");
  throw new ConfigurationError(`${source}: "${given}" is not known. Give one of ${known}.`);
}

/**
 * Codes of warnings with commas between.
 *
 * @param source where they come from, for messages
 * @throws ConfigurationError for what is not the code of a warning
 */
export function silenceOf(source: string, given: string): ReadonlySet<string> {
  const codes = given.split(/[\s,]+/).filter((code) => code !== "");
  for (const code of codes) {
    const what = whyNotSilenced(rules, code);
    if (what !== undefined) throw new ConfigurationError(`${source}: ${what} ${seeRules}`);
  }
  return new Set(codes);
}

const seeRules = 'Give the codes of warnings, such as "NCSP111,NCSP406"; docs/rules.md lists them.';

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
