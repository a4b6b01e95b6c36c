import { problem } from "../provider/core/validation/problem.ts";
import { parsePipeline } from "../provider/services/sourcepipeline/pipeline/parse-pipeline.ts";
import { rules } from "../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
import { checkGraph } from "../provider/services/sourcepipeline/pipeline/tasks/check-graph.ts";
import type { DeclaredClass } from "./program-mistakes.ts";

/** What a program alone shows of its pipelines. */
export const pipelineClass: DeclaredClass = {
  name: "Pipeline",
  check: ({ adopt: _, ...pipeline }) => {
    // A pipeline without a name gets one that the service allows.
    const { value, problems } = parsePipeline({ ...pipeline, name: pipeline["name"] ?? "autonamed" });
    return [...problems, ...checkGraph(value)];
  },
  sharedName: (message) => problem(rules.NCSP112, "name", message),
};
