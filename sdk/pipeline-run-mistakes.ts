import { parseRun } from "../provider/services/sourcepipeline/pipeline-run/pipeline-run.ts";
import type { DeclaredClass } from "./program-mistakes.ts";

/** What a program alone shows of its runs. */
export const pipelineRunClass: DeclaredClass = {
  name: "PipelineRun",
  check: (args) => parseRun(args).problems,
  wrongOptions: (resource, { import: imported }) =>
    imported === undefined
      ? []
      : [`import: A run is past, and cannot be imported. To read it: PipelineRun.get("${resource}", "3101:54001").`],
};
