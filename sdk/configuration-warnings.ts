import * as pulumi from "@pulumi/pulumi";
import { distance } from "fastest-levenshtein";
import { settingNames } from "../provider/config/settings.ts";
import { currentRun } from "./program-run.ts";

/** The runs that were looked at. */
const seen = new WeakSet<object>();

/** Warns of mistyped keys, once in the preview of a program; the update after it would say the same. */
export function warnOfConfiguration(): void {
  const { key, host, isPreview } = currentRun();
  if (host !== "engine" || !isPreview || seen.has(key)) return;
  seen.add(key);
  for (const warning of configurationWarnings(Object.keys(pulumi.runtime.allConfig()))) void pulumi.log.warn(warning);
}

/**
 * What is said of configuration keys that are almost ours, a line each. Other packages may use the namespace, too: what
 * is not near one of ours is theirs.
 *
 * @example configurationWarnings(["ncloud:regio"]) // ['Configuration key "ncloud:regio" is unknown. Did you mean …']
 */
export function configurationWarnings(keys: readonly string[]): string[] {
  const names: readonly string[] = settingNames;
  return keys.flatMap((full) => {
    const [, key] = /^ncloud:(.+)$/.exec(full) ?? [];
    if (key === undefined || names.includes(key)) return [];
    const near = names.find((name) => distance(key.toLowerCase(), name.toLowerCase()) <= 2);
    return near === undefined ? [] : [`Configuration key "${full}" is unknown. Did you mean "ncloud:${near}"?`];
  });
}
