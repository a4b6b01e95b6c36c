/** A pipeline as the list shows it. */
interface NamedPipeline {
  readonly id: number;
  readonly name: string;
}

/**
 * A name for the resource and the file of each pipeline, by id: the pipeline's own, with the id behind it where two
 * names are the same on a file system that does not tell capitals.
 */
export function resourceNames(pipelines: readonly NamedPipeline[]): Map<number, string> {
  const plain = (name: string): string => name.toLowerCase();
  const isTaken = (name: string): boolean => pipelines.filter((other) => plain(other.name) === plain(name)).length > 1;
  return new Map(
    pipelines.map(({ id, name }) => {
      const safe = name.replaceAll(/[^A-Za-z0-9_-]+/g, "-");
      return [id, safe !== name || isTaken(name) ? `${safe}-${id}` : name];
    }),
  );
}
