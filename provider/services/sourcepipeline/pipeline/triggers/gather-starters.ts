import { knownId, knownList, knownRecord } from "../../../../core/validation/partial.ts";

/** A pipeline of the program. */
export interface DeclaredPipeline {
  name: string;
  /** Undefined for one that does not exist yet: nothing can start it by its id. */
  id: number | undefined;
  /** In canonical form; any part may be unknown or wrong. */
  inputs: unknown;
}

/** A pipeline that exists. */
export interface ExistingPipeline {
  name: string;
  /** Ids of the pipelines that start it. */
  startedBy: readonly number[];
}

/** Reads a pipeline that exists. */
export type AskForPipeline = (id: number) => Promise<ExistingPipeline | undefined>;

/** A pipeline, and which others start it. */
export interface StartedPipeline {
  name: string;
  /** Indexes of pipelines, in the order of the triggers; undefined for one that is not known. */
  starters: (number | undefined)[];
}

/** The declared pipelines, in their order, followed by all that can start them. */
export async function gatherStarters(
  declared: readonly DeclaredPipeline[],
  ask: AskForPipeline,
): Promise<StartedPipeline[]> {
  const names: string[] = [];
  const indexes = new Map<number, number>();
  const startedBy: (readonly (number | undefined)[])[] = [];
  for (const { name, id, inputs } of declared) {
    if (id !== undefined) indexes.set(id, names.length);
    startedBy.push(triggersOf(inputs));
    names.push(name);
  }

  // Wave after wave, so that pipelines at the same distance are read together.
  for (let wave = unseen(startedBy.flat(), indexes); wave.length > 0;) {
    const answers = await Promise.all(wave.map((id) => ask(id).catch(() => undefined)));
    wave.forEach((id, index) => {
      indexes.set(id, names.length);
      startedBy.push(answers[index]?.startedBy ?? []);
      names.push(answers[index]?.name ?? String(id));
    });
    wave = unseen(startedBy.slice(-wave.length).flat(), indexes);
  }

  return names.map((name, node) => ({
    name,
    starters: (startedBy[node] ?? []).map((id) => (id === undefined ? undefined : indexes.get(id))),
  }));
}

const triggersOf = (inputs: unknown): (number | undefined)[] =>
  knownList(knownRecord(knownRecord(inputs)["triggers"])["pipelines"]).map((trigger) =>
    knownId(knownRecord(trigger)["id"]),
  );

const unseen = (ids: readonly (number | undefined)[], indexes: ReadonlyMap<number, number>): number[] => [
  ...new Set(ids.flatMap((id) => (id === undefined || indexes.has(id) ? [] : [id]))),
];
