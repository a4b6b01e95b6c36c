import type { CheckedInputs, Origin } from "../../../core/resource/state.ts";
import type { Location } from "../../../core/location.ts";
import type { Parsed } from "../../../core/validation/shape/field.ts";
import { createParser } from "../../../core/validation/shape/create-parser.ts";
import { keysOf } from "../../../core/validation/shape/shape.ts";
import { type IfRunning, runDescriptor } from "./descriptor.ts";
import type { RunOutcome } from "./run-outcome.ts";

/** What is waited for: that the run succeeds, that it ends, or nothing after its start. */
type WaitFor = "success" | "end" | "start";

/** What a program says about a run, in canonical form. */
export interface RunInputs {
  pipelineId: number;
  /** Any values; a change runs the pipeline again. */
  triggers?: unknown;
  waitFor?: WaitFor;
  ifRunning?: IfRunning;
  cancelOnInterrupt?: boolean;
  cancelOnTimeout?: boolean;
  runOnCreate?: boolean;
  retryFailed?: boolean;
}

/** What check hands to the engine. */
export interface CheckedRun extends RunInputs, Location {
  /** Whether it takes the place of an earlier run: `runOnCreate: false` is about the first one. */
  isReplacement?: boolean;
}

/** What a state says of the run itself, as far as it was seen. */
export interface Recorded extends Partial<RunOutcome> {
  /** It was under way when it was wanted: it is somebody else's, and is never canceled from here. */
  isJoined?: boolean;
}

/** What stands in a state: the inputs, and what the run came to; all of it may be missing. */
export type RunState = CheckedRun & Recorded & Origin;

/**
 * Brings what a program says about a run into canonical form. Unknown values pass.
 *
 * @example parseRun({ pipelineId: "3101" }).value // { pipelineId: 3101 }
 */
export const parseRun = (inputs: unknown): Parsed => parse(inputs, "");

const parse = createParser(runDescriptor);

const inputKeys = [...keysOf(runDescriptor.properties), "isReplacement", "region", "platform", "site"] as const;

/** The inputs among what comes from the engine, without those that are undefined. */
export function runInputsOf(given: object): CheckedRun {
  const state = given as Readonly<Record<string, unknown>>;
  const entries = inputKeys.map((key) => [key, state[key]] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as CheckedRun;
}

/** The same for code that passes inputs on without looking into them. */
export const asChecked = (inputs: CheckedRun): CheckedInputs => inputs as unknown as CheckedInputs;

/** The id of a run in a state; a run that was not started has none. */
export const idOfRun = ({ pipelineId }: RunInputs, runId: string | number | undefined): string =>
  `${String(pipelineId)}:${runId === undefined ? "none" : String(runId)}`;

/** The pipeline and the run that an id names. */
export function addressIn(stateId: string): { pipelineId: number; runId: string | undefined } | undefined {
  const [, pipelineId, runId] = /^(\d+):(\d+|none)$/.exec(stateId) ?? [];
  if (pipelineId === undefined) return undefined;
  return { pipelineId: Number(pipelineId), runId: runId === "none" ? undefined : runId };
}
