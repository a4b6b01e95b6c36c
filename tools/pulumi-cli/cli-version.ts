/** The release that this repository works with; the same as of the npm package `pulumi`, the vendor's launcher. */
export const cliVersion = "3.259.0";

/** The oldest CLI of a user's own that is taken as it is. */
export const oldestCli = "3.227.0";

/** What the modules of this release ask for. */
export const oldestGo = "1.25.11";

/**
 * The first version in a text, without what follows the three numbers; undefined when there is none.
 *
 * @example readVersion("go version go1.26.8 linux/amd64") // "1.26.8"
 */
export function readVersion(text: string): string | undefined {
  const [, major, minor, patch = "0"] = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return major === undefined || minor === undefined ? undefined : `${major}.${minor}.${patch}`;
}

/**
 * Whether a version is the given one or newer.
 *
 * @example isAtLeast("3.259.0", "3.227.0") // true
 */
export function isAtLeast(version: string, oldest: string): boolean {
  const numbers = version.split(".").map(Number);
  for (const [index, wanted] of oldest.split(".").map(Number).entries()) {
    const present = numbers[index] ?? 0;
    if (present !== wanted) return present > wanted;
  }
  return true;
}
