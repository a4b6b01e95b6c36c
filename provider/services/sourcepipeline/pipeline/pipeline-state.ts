import type { CheckedInputs, Origin } from "../../../core/resource/state.ts";
import type { PipelineInputs } from "./pipeline.ts";
import type { Additions } from "./wire.ts";

/** A pipeline as check hands it to the engine. */
export type CheckedPipeline = CheckedInputs & PipelineInputs;

/** What stands in the state of a pipeline. */
export type PipelineState = CheckedPipeline & Additions & Origin;

/** The state of a pipeline as it comes back from the engine: one of another version may lack anything. */
export type PriorPipelineState = Partial<PipelineState>;
