import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { SdkLanguage } from "./write-sdk.ts";

/** The languages whose SDK is compared with its committed digest by a test. */
export const comparedLanguages = ["python", "go"] as const satisfies readonly SdkLanguage[];

/**
 * A line for each file of an SDK, in the form of `sha256sum`: what is committed in place of the SDK, so that a review
 * shows which of its files a change reaches.
 */
export function digestOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join("/"))
    .sort();
  const line = (path: string): string =>
    `${createHash("sha256")
      .update(readFileSync(join(folder, path)))
      .digest("hex")}  ${path}\n`;
  return files.map(line).join("");
}

/** The file that an SDK's digest is kept in, beside its folder. */
export const digestFile = (folder: string): string => `${folder}.sha256`;

/** Writes the digest of an SDK beside it. */
export const writeDigest = (folder: string): Promise<void> => writeFile(digestFile(folder), digestOf(folder));
