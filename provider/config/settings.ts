import { platforms, sites } from "../core/location.ts";

/** What one source says about the connection; all parts may be missing. */
export interface Settings {
  accessKey?: string | undefined;
  secretKey?: string | undefined;
  region?: string | undefined;
  platform?: string | undefined;
  site?: string | undefined;
  /** Base URL in front of `/api/v1`. */
  endpoint?: string | undefined;
  /** `full` or `offline`: whether checks look up what a pipeline refers to. */
  validation?: string | undefined;
  /** Codes of warnings that are not shown, such as `NCSP111,NCSP406`. */
  silence?: string | undefined;
}

/** The keys of {@link Settings}, as they stand in a stack's configuration under `ncloud:`. */
export const settingNames = [
  "accessKey",
  "secretKey",
  "region",
  "platform",
  "site",
  "endpoint",
  "validation",
  "silence",
] as const;

export const validations = ["full", "offline"] as const;

/** The words of those settings that take one of a few. */
export const settingWords: Readonly<Partial<Record<keyof Settings, readonly string[]>>> = {
  platform: platforms,
  site: sites,
  validation: validations,
};

/** What the settings mean, in Markdown. */
export const settingDocs: Readonly<Record<keyof Settings, string>> = {
  accessKey: "Access key of the account.",
  secretKey: "Secret key of the account.",
  region: "Region code; `KR` unless given.",
  platform: "`vpc` unless given; `classic` exists in region KR only.",
  site: "`public` (unless given), `gov` or `fin`.",
  endpoint: "Base URL in front of `/api/v1`, such as `http://127.0.0.1:4600`; from site and platform unless given.",
  validation: "Whether a preview looks up what pipelines refer to: `full` unless given, `offline` asks nothing.",
  silence: "Codes of warnings that are not shown, with commas between: `NCSP111,NCSP406`.",
};

/** Those that are secret. */
export const secretSettings: ReadonlySet<keyof Settings> = new Set(["accessKey", "secretKey"]);
