import type { ObjectShape } from "../../../core/validation/shape/shape.ts";
import { accountLists } from "../pipeline/references/reference.ts";
import { pipelineIdHint } from "../pipeline/triggers/trigger-kinds.ts";
import { runRules } from "./rules.ts";

/** What to do when a run of the pipeline is under way. */
export const ifRunningWords = ["wait", "join", "start", "fail"] as const;
export type IfRunning = (typeof ifRunningWords)[number];

/** What a program says about a run: `RunInputs`, as data. */
export const runDescriptor = {
  type: "object",
  noun: "a pipeline run",
  properties: {
    pipelineId: {
      type: "id",
      hint: pipelineIdHint,
      replaces: true,
      doc: "Id of the pipeline.",
      reference: { list: accountLists.pipelines, by: "id", rule: runRules.NCSP501 },
    },
    // Nothing of it is sent.
    triggers: {
      type: "any",
      optional: true,
      replaces: true,
      doc: "Any values, such as the digest of an image; when they change, the pipeline runs again, as a replacement in the engine's words. Without any, it runs once.",
    },
    waitFor: {
      type: "enum",
      typeName: "WaitFor",
      words: ["success", "end", "start"],
      rule: runRules.NCSP502,
      optional: true,
      default: "success",
      doc: "`success` (unless given): waits for the run, and a failed or canceled one is an error. `end`: waits, and takes any end. `start`: does not wait.",
    },
    ifRunning: {
      type: "enum",
      typeName: "IfRunning",
      words: ifRunningWords,
      rule: runRules.NCSP503,
      optional: true,
      default: "wait",
      doc: "What to do when a run of the pipeline is under way. `wait` (unless given): for its end, then run. `join`: take that run. `start`: run beside it. `fail`: an error.",
    },
    cancelOnInterrupt: {
      type: "boolean",
      optional: true,
      default: true,
      doc: "Whether Ctrl-C cancels the run; `true` unless given.",
    },
    cancelOnTimeout: {
      type: "boolean",
      optional: true,
      default: true,
      doc: "Whether a run that does not end in time (`customTimeouts.create`, an hour unless given) is canceled; `true` unless given.",
    },
    runOnCreate: {
      type: "boolean",
      optional: true,
      default: true,
      doc: "Whether it runs when the resource is created; `false` records the triggers, and the first change of them runs it. `true` unless given.",
    },
    retryFailed: {
      type: "boolean",
      optional: true,
      default: false,
      doc: "Whether the next `up` runs it again after a run that failed or was canceled; `false` unless given.",
    },
  },
} as const satisfies ObjectShape;
