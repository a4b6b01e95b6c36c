import { knownList, knownRecord, knownText } from "../../../../core/validation/partial.ts";
import { isUnknown } from "../../../../core/validation/unknown.ts";

/** A task as the rules of the graph see it. */
export interface GraphTask {
  /** Where it stands: `tasks[2]`. */
  path: string;
  /** Undefined while it is not known. */
  name: string | undefined;
  /** Names of the tasks it waits for; undefined where one is not known. */
  links: readonly (string | undefined)[];
}

/** The tasks of a pipeline, as far as they are known. */
export interface TaskGraph {
  tasks: readonly GraphTask[];
  /** The first task of each name. */
  byName: ReadonlyMap<string, number>;
  /** Whether all names are known, so that a name that is not there is a mistake. */
  namesKnown: boolean;
  /** Whether all links are known. */
  linksKnown: boolean;
}

/** Reads the graph out of a pipeline's inputs. */
export function readTasks(inputs: unknown): TaskGraph {
  const list = knownRecord(inputs)["tasks"];
  const tasks = knownList(list).map(readTask);
  const byName = new Map<string, number>();
  tasks.forEach(({ name }, index) => {
    if (name !== undefined && !byName.has(name)) byName.set(name, index);
  });
  const namesKnown = tasks.every(({ name }) => name !== undefined);
  const linksKnown = namesKnown && tasks.every(({ links }) => links.every((link) => link !== undefined));
  return { tasks, byName, namesKnown, linksKnown };
}

function readTask(value: unknown, index: number): GraphTask {
  const { name, linkedTasks } = knownRecord(value);
  const links = isUnknown(linkedTasks) || isUnknown(value) ? [undefined] : knownList(linkedTasks).map(knownText);
  return { path: `tasks[${index}]`, name: knownText(name), links };
}

/**
 * For each task the tasks that wait for it, by index: the order in which a run takes them. Links to nothing and to itself are left
 * out.
 */
export function nextTasks({ tasks, byName }: TaskGraph): number[][] {
  const next = tasks.map((): number[] => []);
  tasks.forEach(({ links }, index) => {
    for (const link of new Set(links)) {
      const before = link === undefined ? undefined : byName.get(link);
      if (before !== undefined && before !== index) next[before]?.push(index);
    }
  });
  return next;
}
