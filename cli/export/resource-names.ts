/** A pipeline as the list shows it. */
interface NamedPipeline {
  readonly id: number;
  readonly name: string;
}

/**
 * A name for the resource and the file of each pipeline, by id: the pipeline's own, with the id behind it where two
 * names are the same on a file system that does not tell capitals. No two are the same.
 */
export function resourceNames(pipelines: readonly NamedPipeline[]): Map<number, string> {
  const plain = (name: string): string => name.toLowerCase();
  const isAlone = ({ name }: NamedPipeline): boolean =>
    safe(name) === name && pipelines.filter((other) => plain(other.name) === plain(name)).length === 1;

  const names = new Map(pipelines.filter(isAlone).map(({ id, name }) => [id, name]));
  const taken = new Set([...names.values()].map(plain));
  const others = pipelines.filter(({ id }) => !names.has(id)).sort((one, other) => one.id - other.id);
  for (const { id, name } of others) {
    let unique = `${safe(name)}-${id}`;
    // Another pipeline may be called like this one with its id.
    while (taken.has(plain(unique))) unique = `${unique}-${id}`;
    taken.add(plain(unique));
    names.set(id, unique);
  }
  return names;
}

/** Letters, digits and signs that every file system takes, and that no command takes for an option. */
const safe = (name: string): string => name.replaceAll(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+/, "") || "pipeline";
