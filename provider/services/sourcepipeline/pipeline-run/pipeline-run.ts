import { pipelineIdHint } from "../pipeline/triggers/trigger-kinds.ts";
import type { CheckedInputs, Origin } from "../../../core/resource/state.ts";
import type { Location } from "../../../core/location.ts";
import type { Parsed } from "../../../core/validation/shape/field.ts";
import { good } from "../../../core/validation/shape/field.ts";
import { object, optional, required } from "../../../core/validation/shape/structures.ts";
import { boolean, id, oneOf } from "../../../core/validation/shape/values.ts";
import { type IfRunning, ifRunningWords } from "./begin-run.ts";
import { runRules } from "./rules.ts";
import type { RunOutcome } from "./run-outcome.ts";

/** What is waited for: that the run succeeds, that it ends, or nothing after its start. */
const waitForWords = ["success", "end", "start"] as const;
type WaitFor = (typeof waitForWords)[number];

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

const runFields = object(
  {
    pipelineId: required(id(pipelineIdHint)),
    // Whatever the program likes: nothing of it is sent.
    triggers: optional((value) => good(value)),
    waitFor: optional(oneOf(runRules.NCSP502, waitForWords)),
    ifRunning: optional(oneOf(runRules.NCSP503, ifRunningWords)),
    cancelOnInterrupt: optional(boolean),
    cancelOnTimeout: optional(boolean),
    runOnCreate: optional(boolean),
    retryFailed: optional(boolean),
  },
  "a pipeline run",
);

/**
 * Brings what a program says about a run into canonical form. Unknown values pass.
 *
 * @example parseRun({ pipelineId: "3101" }).value // { pipelineId: 3101 }
 */
export const parseRun = (inputs: unknown): Parsed => runFields(inputs, "");

const inputKeys = [
  "pipelineId",
  "triggers",
  "waitFor",
  "ifRunning",
  "cancelOnInterrupt",
  "cancelOnTimeout",
  "runOnCreate",
  "retryFailed",
  "isReplacement",
  "region",
  "platform",
  "site",
] as const;

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
