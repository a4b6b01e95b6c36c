import { knownList, knownRecord, knownText } from "../../provider/core/validation/partial.ts";
import { readResource, type ResourceState } from "./resource-state.ts";
import { type Project, runPulumiJson } from "./run-pulumi.ts";

/** What a refresh would do to one resource of a stack. */
export interface RefreshStep {
  /** `refresh`, `same` and `read` change nothing; `update`, `delete` and others do. */
  readonly op: string;
  readonly urn: string;
  readonly oldState: ResourceState | undefined;
  readonly newState: ResourceState | undefined;
  /** The properties in which the engine saw a difference: `description`, `tasks`; none where it names none. */
  readonly changed: readonly string[];
}

/** Whether the engine would leave the resource as it is in the state. */
export const isUnchanged = ({ op }: Pick<RefreshStep, "op">): boolean => ["refresh", "same", "read"].includes(op);

/**
 * Lets the engine read all resources of a stack, and change nothing.
 *
 * @param runProgram whether to run the program for its configuration, instead of taking the one in the state
 */
export async function refreshPreview(project: Project, runProgram = false): Promise<RefreshStep[]> {
  const words = ["refresh", "--preview-only", "--json", ...(runProgram ? ["--run-program"] : [])];
  const printed = knownRecord(await runPulumiJson(words, project));
  return knownList(printed["steps"]).flatMap(readStep);
}

/** Reads a step as the engine prints it; nothing where it is none. */
export function readStep(printed: unknown): RefreshStep[] {
  const { op, urn, oldState, newState, diffReasons, detailedDiff } = knownRecord(printed);
  if (typeof op !== "string" || typeof urn !== "string") return [];
  const paths = [
    ...Object.keys(knownRecord(detailedDiff)),
    ...knownList(diffReasons).map((path) => knownText(path) ?? ""),
  ];
  const changed = new Set(paths.map(topOf).filter((key) => key !== ""));
  return [{ op, urn, oldState: readResource(oldState), newState: readResource(newState), changed: [...changed] }];
}

/** @example topOf('tasks["build"].branch') // "tasks" */
export const topOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? "";
