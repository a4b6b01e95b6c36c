import { defineRules } from "../../../core/validation/rule.ts";

/** What the runs of pipelines must keep. */
export const runRules = defineRules({
  NCSP501: {
    severity: "error",
    title: "The pipeline of a run exists",
    example: `pipelineId: 4711`,
    hint: "Use the id of a Pipeline resource, or the one that getPipeline() returns.",
  },
  NCSP502: {
    severity: "error",
    title: "A run waits for one of the known ends",
    example: `pipelineId: 3101, waitFor: "sucess"`,
    hint: 'Use "success", "end" or "start".',
  },
  NCSP503: {
    severity: "error",
    title: "What to do about a run under way is one of the known ways",
    example: `pipelineId: 3101, ifRunning: "queue"`,
    hint: 'Use "wait", "join", "start" or "fail".',
  },
});
