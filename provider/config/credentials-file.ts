import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

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
  const sections = sectionsOf(text);
  const values = sections.get(name) ?? (name === "DEFAULT" ? sections.get("") : undefined);
  if (values === undefined) return undefined;
  return {
    accessKey: values.get("ncloud_access_key_id") || undefined,
    secretKey: values.get("ncloud_secret_access_key") || undefined,
  };
}

/**
 * The keys of each section, as the vendor's tools read them: a section is called what stands between the brackets, dots
 * included, a value is all the rest of its line, and a comment is a line of its own. Packages for INI files read more
 * into it: nested sections, quotes, and comments that cut a secret off.
 */
function sectionsOf(text: string): Map<string, Map<string, string>> {
  let section = new Map<string, string>();
  const sections = new Map([["", section]]);
  const lines = text.split("\n").map((line) => line.trim());
  for (const line of lines.filter((one) => !/^[#;]/.test(one))) {
    const head = /^\[([^\]]*)\]/.exec(line)?.[1]?.trim();
    const sign = line.indexOf("=");
    if (head !== undefined) sections.set(head, (section = sections.get(head) ?? new Map<string, string>()));
    else if (sign > 0) section.set(line.slice(0, sign).trim(), line.slice(sign + 1).trim());
  }
  return sections;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // No file, or one that may not be read, is the ordinary case: the keys come from elsewhere then.
    return "";
  }
}
