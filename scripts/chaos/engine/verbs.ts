import { verbsOf } from "../../../provider/core/resource/verbs.ts";
import type { Host } from "../../../provider/core/session.ts";
import { type DynamicVerbs, dynamicVerbs } from "../../../provider/hosts/dynamic/verbs.ts";
import type { Timeouts } from "../../../provider/hosts/shared/check-program-inputs.ts";
import type {
  CheckedPipeline,
  PipelineState,
  PriorPipelineState,
} from "../../../provider/services/sourcepipeline/pipeline/pipeline-state.ts";
import { pipelineType } from "../../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";

/** What only this host knows of a pipeline. */
interface Hidden {
  timeouts?: Timeouts;
  __provider?: string;
}

/** What check hands to the engine. */
export type Checked = CheckedPipeline & Hidden;
/** What stands in a state. */
export type State = PipelineState & Hidden;
/** The same as it comes back: one of another version may lack anything. */
export type PriorState = PriorPipelineState & Hidden;

/** A pipeline that was made. */
interface Created {
  id: string;
  outs: State;
}

interface PipelineVerbs extends Omit<DynamicVerbs, "create" | "read" | "update"> {
  readonly create: (inputs: Checked, host: Host) => Promise<Created>;
  readonly read: (
    id: string,
    prior: PriorState,
    host: Host,
  ) => Promise<{ id?: string; props?: State; inputs?: Checked }>;
  readonly update: (id: string, prior: PriorState, inputs: Checked, host: Host) => Promise<{ outs: State }>;
}

/** The verbs of a pipeline as a dynamic provider has them, with the types of what they give out. */
export const verbs = dynamicVerbs(verbsOf(pipelineType)) as unknown as PipelineVerbs;
