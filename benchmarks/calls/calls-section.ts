import type { Section } from "../report/report.ts";

/** What one command asked of the service. */
export interface CommandCalls {
  command: string;
  size: number;
  /** Names, one for each call. */
  operations: readonly string[];
  budget: number;
}

/** The operations that state what a pipeline is; all others are look-ups. */
const ofPipelines = new Set(["createProject", "getProject", "changeProject", "deleteProject"]);

export function callsSection(results: readonly CommandCalls[]): Section {
  return {
    name: "calls",
    title: "Calls",
    method:
      "What the emulator's log says after each command, on the pipelines of the engine's benchmark. The budget is one " +
      "POST and one GET for a create, one PATCH and two GET for an update, one GET for a refresh, one DELETE for a " +
      "delete; and each list that the checks need once in each process, of which `up` has two.",
    tables: [
      {
        title: "Calls for each command",
        columns: ["command", "pipelines", "create", "get", "change", "delete", "lists", "all", "budget"].map(
          (head) => ({ head }),
        ),
        rows: results.map(({ command, size, operations, budget }) => {
          const count = (name: string): number => operations.filter((operation) => operation === name).length;
          const lists = operations.filter((operation) => !ofPipelines.has(operation)).length;
          return [command, size, ...[...ofPipelines].map(count), lists, operations.length, budget];
        }),
      },
    ],
    aims: results.map(({ command, size, operations, budget }) => ({
      what: `${command} of ${String(size)} pipelines`,
      measured: operations.length,
      limit: budget,
      direction: "atMost",
      unit: "calls",
      digits: 0,
    })),
  };
}
