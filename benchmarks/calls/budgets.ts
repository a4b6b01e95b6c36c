import { listsOf } from "../support/benchmark-world.ts";

/** A command and the most calls that it may make. */
export interface Budget {
  command: string;
  words: readonly string[];
  /** Of the program: another one than before edits every pipeline. */
  edition: number;
  /** Calls for a number of pipelines. */
  budget: (pipelines: number) => number;
}

/**
 * What section 5 of the design allows: a create is a POST and a GET, an update a PATCH and two GET, a refresh a GET, a
 * delete a DELETE, and a list is asked for once in a process: the one of pipelines also by a destroy, where it
 * proves what is deleted. `up` is two processes, preview and update.
 */
export const budgets: readonly Budget[] = [
  { command: "up", words: ["up", "--yes"], edition: 1, budget: (count) => 2 * count + 2 * listsOf(count) },
  { command: "unchanged preview", words: ["preview"], edition: 1, budget: listsOf },
  { command: "refresh", words: ["refresh", "--yes", "--skip-preview"], edition: 1, budget: (count) => count },
  { command: "update", words: ["up", "--yes"], edition: 2, budget: (count) => 3 * count + 2 * listsOf(count) },
  { command: "destroy", words: ["destroy", "--yes"], edition: 2, budget: (count) => count + 1 },
];
