import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parse } from "ini";

/** Keys of a profile. */
export interface Profile {
  accessKey?: string | undefined;
  secretKey?: string | undefined;
}

/**
 * Reads a profile of the vendor's command line from `~/.ncloud/configure`; undefined when there is none.
 *
 * @example readProfile("DEFAULT")
 */
export function readProfile(name: string, file = join(homedir(), ".ncloud", "configure")): Profile | undefined {
  return parseProfile(name, contentOf(file));
}

/** Finds a profile in the text of the file; keys in front of the first section belong to DEFAULT. */
export function parseProfile(name: string, text: string): Profile | undefined {
  const sections: unknown = parse(text);
  const section = (sections as Record<string, unknown>)[name] ?? (name === "DEFAULT" ? sections : undefined);
  if (typeof section !== "object" || section === null) return undefined;
  const values = section as Record<string, unknown>;
  return { accessKey: textOf(values["ncloud_access_key_id"]), secretKey: textOf(values["ncloud_secret_access_key"]) };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // No file, or one that may not be read, is the ordinary case: the keys come from elsewhere then.
    return "";
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
