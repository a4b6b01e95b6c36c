import type { ProjectResult } from "../../services/sourcepipeline/api/schemas/pipeline-result.ts";
import { sameContent } from "../../services/sourcepipeline/pipeline/keep-spelling.ts";
import { fromProject } from "../../services/sourcepipeline/pipeline/wire.ts";
import { changedProperties } from "./changed-properties.ts";
import { edit, readEdited } from "./edit.ts";
import { messageOf, PartialFailure, PipelineError, StrangerError } from "./errors.ts";
import { findOwnPipeline } from "./find-pipeline.ts";
import { findProven } from "./identity.ts";
import type { Connect, Ports } from "./ports.ts";
import { projectIdOf } from "./project-id.ts";
import {
  type CheckedInputs,
  inputsOf,
  type KnownState,
  type Origin,
  type PipelineState,
  locationOf,
  stateOf,
  timeoutOf,
  unseenState,
} from "./state.ts";
import type { Turn } from "./turn.ts";

export interface UpdateResult {
  outs: PipelineState;
}

/** Edits a pipeline: one PATCH, one GET before it, to notice what others changed, and one after it. */
export async function update(
  id: string,
  known: KnownState,
  given: CheckedInputs,
  connect: Connect,
): Promise<UpdateResult> {
  const inputs = inputsOf(given);
  const ports = connect(locationOf(inputs));
  const turn = ports.begin(timeoutOf(inputs, "update"));
  const projectId = projectIdOf(id);
  const seen = Object.keys(known.taskIds ?? {}).length > 0;

  // Only how it is handled changed (timeouts, adopt), or the last command ended before it could be read.
  const isWritten = sameContent(known, inputs);
  const recorded = { ...ports, ...recordedOrigin(known) };
  if (isWritten && seen) return { outs: unseenState(given, known, recorded) };

  if (isWritten) {
    const read = () => existing(projectId, inputs, known, ports, turn);
    return { outs: await stateAfter(projectId, given, { written: recorded, read: ports }, read) };
  }
  const before = await existing(projectId, inputs, known, ports, turn);
  if (seen) warnOfForeignEdits(before, known, inputs, ports);
  await edit(projectId, inputs, ports, turn);
  const read = () => readEdited(before, inputs, ports, turn);
  return { outs: await stateAfter(projectId, given, { written: ports, read: ports }, read) };
}

/** Where the state says that it was written: what nothing was asked about is not known to have moved. */
const recordedOrigin = ({ account, endpoint }: KnownState): Partial<Origin> => ({
  ...(account !== undefined && { account }),
  ...(endpoint !== undefined && { endpoint }),
});

/** The pipeline of the state: an edit of anything else would overwrite somebody else's. */
async function existing(
  id: number,
  inputs: CheckedInputs,
  known: KnownState,
  ports: Ports,
  turn: Turn,
): Promise<ProjectResult> {
  const project = await findProven(known, ports, () => findOwnPipeline(id, ports, turn));
  if (project) return project;
  throw new PipelineError(
    `Pipeline "${inputs.name}" (id ${String(id)}) is missing: it may have been deleted outside of this program. ` +
      `Run "pulumi up --refresh", which creates it again if it is really gone.`,
  );
}

/** What already is as the program wants it was most likely written by us, by an edit whose answer was lost. */
function warnOfForeignEdits(
  before: ProjectResult,
  known: KnownState,
  inputs: CheckedInputs,
  { report }: Pick<Ports, "report">,
): void {
  const actual = fromProject(before, known, known);
  const wanted = new Set(changedProperties(inputs, actual));
  const changed = changedProperties(known, actual).filter((property) => wanted.has(property));
  if (changed.length === 0) return;
  report(
    "warning",
    `Pipeline "${actual.name}" (id ${String(before.id)}) was changed by somebody else since the last update: ` +
      `${changed.join(", ")}. This update replaces that.`,
  );
}

/** @param origins where the pipeline was written, and where it is read: what cannot be read here need not be here */
async function stateAfter(
  projectId: number,
  given: CheckedInputs,
  origins: { readonly written: Origin; readonly read: Origin },
  read: () => Promise<ProjectResult>,
): Promise<PipelineState> {
  try {
    return stateOf(inputsOf(given), await read(), origins.read);
  } catch (error) {
    if (error instanceof StrangerError) throw error;
    // What the tasks worked on before the edit would make what they work on now look like somebody else's change.
    throw new PartialFailure(
      projectId,
      unseenState(given, {}, origins.written),
      `Pipeline "${given.name}" (id ${String(projectId)}) was edited, but could not be read: ${messageOf(error)} ` +
        `Run "pulumi up" again to finish.`,
    );
  }
}
