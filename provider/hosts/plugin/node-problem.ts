/** The oldest Node that the provider runs with; the plugin itself starts with an older one, to say so. */
const oldestNode = "22.12.0";

/**
 * What is wrong with the Node that runs this process: the first one on PATH does. One sentence; undefined when all is
 * well.
 *
 * @example nodeProblem({ version: "v20.19.5", path: "/usr/bin/node" })
 */
export function nodeProblem(
  { version, path }: { version: string; path: string } = { version: process.version, path: process.execPath },
): string | undefined {
  if (compare(partsOf(version), partsOf(oldestNode)) >= 0) return undefined;
  return (
    `The ncloud plugin needs Node.js ${oldestNode} or newer, and the node that comes first on PATH is ${version} ` +
    `(${path}): install Node.js 24 from https://nodejs.org or with a version manager (nvm install 24).`
  );
}

const partsOf = (version: string): number[] => version.replace(/^v/, "").split(".").map(Number);

const compare = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((difference, part, index) => difference || part - (other[index] ?? 0), 0);
