import { sameContent } from "../../services/sourcepipeline/pipeline/keep-spelling.ts";
import type { PipelineInputs } from "../../services/sourcepipeline/pipeline/pipeline.ts";
import type { KnownState } from "./state.ts";

/** The properties in which a pipeline says something else than what is known of it. */
export function changedProperties(known: KnownState, actual: PipelineInputs): string[] {
  const keys = ["description", "tasks", "triggers"] as const;
  return keys.filter((key) => !sameContent({ [key]: known[key] }, { [key]: actual[key] }));
}
