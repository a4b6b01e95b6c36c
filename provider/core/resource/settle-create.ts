import type { ProjectResult } from "../../services/sourcepipeline/api/schemas/pipeline-result.ts";
import { sameContent } from "../../services/sourcepipeline/pipeline/keep-spelling.ts";
import { fromProject } from "../../services/sourcepipeline/pipeline/wire.ts";
import { messageOf, PipelineError } from "./errors.ts";
import { findPipeline, visibleWithinMs } from "./find-pipeline.ts";
import { isOf } from "./gone.ts";
import type { Ports } from "./ports.ts";
import type { CheckedInputs } from "./state.ts";
import type { Turn } from "./turn.ts";

/** What the search gets when the verb's own time is over: a pipeline that exists must not be lost to a timeout. */
const graceMs = 10_000;

/** What one last look gets after a Ctrl-C: with another name in the program, nobody would ever look again. */
const lastLookMs = 2_000;

/**
 * Finds out what became of a create whose answer was lost: takes the pipeline of this name that was not there before
 * and says what was sent.
 *
 * @param existing ids of the pipelines that were there before
 * @param lost what went wrong with the request
 */
export async function settleCreate(
  inputs: CheckedInputs,
  existing: ReadonlySet<number>,
  lost: unknown,
  ports: Ports,
  turn: Turn,
): Promise<number> {
  const search = ports.begin(Math.max(turn.remainingMs(), graceMs));
  const what = `a sign of pipeline "${inputs.name}", whose creation was not confirmed`;
  const look = (within: Turn, ms: number) =>
    within
      .until(what, ms, () => newcomer(inputs.name, existing, ports, within))
      .catch((error: unknown) => {
        throw new PipelineError(isUnknown(inputs.name, lost, `It could not be looked for: ${messageOf(error)}`));
      });
  let found = await look(search, visibleWithinMs);
  if (!found && search.interrupted()) found = await look(ports.begin(lastLookMs, { interruptible: false }), lastLookMs);
  if (!found) {
    const because = turn.interrupted() ? "The command was interrupted before it showed." : "It has not shown since.";
    throw new PipelineError(isUnknown(inputs.name, lost, because));
  }
  if (sameContent(fromProject(found, inputs), inputs)) {
    ports.report("info", `The creation of pipeline "${inputs.name}" was not confirmed, but it exists: id ${found.id}.`);
    return found.id;
  }
  throw new PipelineError(isAnother(inputs.name, found.id, lost));
}

async function newcomer(
  name: string,
  existing: ReadonlySet<number>,
  ports: Ports,
  turn: Turn,
): Promise<ProjectResult | undefined> {
  const { pipelines } = ports.lists;
  try {
    const list = await pipelines.readAnew(turn.options());
    // The one that is being replaced under the same name may still show.
    const candidate = list.find(({ id, name: its }) => its === name && !existing.has(id) && !pipelines.isLeaving(id));
    return candidate && (await findPipeline(candidate.id, ports, turn));
  } catch (error) {
    // What broke the create may still be broken; what will not mend by itself ends the wait.
    if (isOf(error, "authentication") || isOf(error, "permission")) throw error;
    return undefined;
  }
}

const isUnknown = (name: string, lost: unknown, because: string): string =>
  `It is not known whether pipeline "${name}" was created: ${messageOf(lost)} ${because} ` +
  `Run "pulumi up" again: it looks the name up before it creates anything.`;

const isAnother = (name: string, id: number, lost: unknown): string =>
  `The answer to the creation of pipeline "${name}" was lost (${messageOf(lost)}), and a pipeline of that name ` +
  `appeared, but with other content: id ${String(id)}. Somebody else may have created it. To take it over, add ` +
  `adopt: "${String(id)}"; otherwise give this one another name.`;
