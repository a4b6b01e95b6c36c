import { shapeRules } from "../../../core/validation/shape/shape-rules.ts";
import type { ObjectShape, Properties, Property } from "../../../core/validation/shape/shape.ts";

const maybe = (doc: string): Property => ({ type: "string", minimum: 0, optional: true, doc });

const task: ObjectShape = {
  type: "object",
  noun: "a task of a run",
  typeName: "PipelineRunTask",
  properties: {
    status: { type: "string", minimum: 0, doc: "`running`, `success`, `failed` or `canceled`." },
    rawStatus: maybe("The service's own word."),
    type: maybe("`SourceBuild` or `SourceDeploy`."),
    resultId: maybe("Id of the build or the deployment."),
  },
};

/** What a run came to. */
export const runOutputs: Properties = {
  runId: maybe("The service's id of the run; none while none was started."),
  status: maybe("`running`, `success`, `failed` or `canceled`; none while none was started."),
  rawStatus: maybe("The service's own word for the status."),
  requestType: maybe("What started it, in the service's words: `console` (a person, or a call), `trigger`."),
  begin: maybe("When it began, ISO time."),
  end: maybe("When it ended, ISO time; none while it runs."),
  durationMs: {
    type: "integer",
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    rule: shapeRules.NCSP002,
    optional: true,
    doc: "How long it took, in milliseconds; none while it runs.",
  },
  tasks: { type: "map", values: task, optional: true, doc: "Its tasks, by name." },
};
