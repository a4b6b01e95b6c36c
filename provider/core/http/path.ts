/** Everything in front of the paths of the table of operations. */
export const apiRoot = "/api/v1";

const unfit = /^\.{0,2}$|\p{Surrogate}/u;

/**
 * Fills a path template; each value is encoded as one segment.
 *
 * @example expandPath("/sourcecommit/repository/{repositoryName}/branch", { repositoryName: "a b" })
 * @throws TypeError when a value is missing or cannot be a segment: URL parsers remove `.` and `..`, encoded or not, and
 *   half a surrogate pair has no encoding.
 */
export function expandPath(template: string, parameters: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(parameters[name] ?? "");
    if (unfit.test(value)) {
      throw new TypeError(`${name}: ${JSON.stringify(value)} cannot be part of a path. Give a name or an id.`);
    }
    return encodeURIComponent(value);
  });
}

/**
 * The values of a template's parameters in a path, decoded; undefined when the path has another form.
 *
 * @example matchPath("/project/{projectId}", "/project/12") // { projectId: "12" }
 */
export function matchPath(template: string, path: string): Record<string, string> | undefined {
  const expected = template.split("/");
  const actual = path.split("/");
  if (expected.length !== actual.length) return undefined;

  const parameters: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined) {
      if (segment !== value) return undefined;
      continue;
    }
    const decoded = decode(value);
    if (!decoded) return undefined;
    parameters[name] = decoded;
  }
  return parameters;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
