import type { OperationContext } from "../../../../core/resource/operation-context.ts";
import type { Session } from "../../../../core/session.ts";
import type { Problem } from "../../../../core/validation/problem.ts";
import { isUnknown } from "../../../../core/validation/unknown.ts";
import { accountOf } from "../../account.ts";
import type { PipelineInputs } from "../pipeline.ts";
import { checkTriggerCycles } from "./check-trigger-cycles.ts";
import type { DeclaredPipeline, ExistingPipeline } from "./gather-starters.ts";

/** The pipelines checked so far, by name: what the program says of them counts, not what the service still says. */
const createDeclared = (): Map<string, DeclaredPipeline> => new Map();

/** Notes a pipeline of the program for the checks of others. */
export function declarePipeline(inputs: PipelineInputs, session: Session): void {
  const { name } = inputs;
  if (!isUnknown(name)) session.shared(createDeclared).set(name, { name, id: undefined, inputs });
}

/** Cycles of pipelines that start each other, reported at the pipeline that closes the cycle. */
export async function checkCycles(inputs: PipelineInputs, context: OperationContext): Promise<Problem[]> {
  if ((inputs.triggers?.pipelines ?? []).length === 0) return [];
  const { session } = context;
  const declared = session.shared(createDeclared);
  const names = new Set([inputs.name, ...declared.keys()]);
  const ids = await idsOf(names, context).catch(() => new Map<string, number>());

  const own = { name: inputs.name, id: ids.get(inputs.name), inputs };
  // With its id, a pipeline of the program need not be asked for, and what the program says of it counts.
  const others = [...declared.values()]
    .filter(({ name }) => name !== inputs.name)
    .map((other) => ({ ...other, id: ids.get(other.name) }));
  const read = session.shared(createStarterReader);
  const found = await checkTriggerCycles([own, ...others], (id) => read(id, context));
  return found.filter(({ pipeline }) => pipeline === 0).map(({ problem }) => problem);
}

/** The ids of some names; further pages are read only while one of the names is missing. */
async function idsOf(names: ReadonlySet<string>, { session, options }: OperationContext) {
  const { pipelines } = accountOf(session).lists;
  const read = new Map((await pipelines.entries(options())).map(({ name, id }) => [name, id]));
  if ([...names].every((name) => read.has(name))) return read;
  return new Map((await pipelines.all(options())).map(({ name, id }) => [name, id]));
}

/** Reads what starts a pipeline that exists; each is asked for once. */
function createStarterReader(session: Session): (id: number, context: OperationContext) => Promise<ExistingPipeline> {
  const asked = new Map<number, Promise<ExistingPipeline>>();
  const { client } = accountOf(session);
  const read = async (projectId: number, { options }: OperationContext): Promise<ExistingPipeline> => {
    const { name, trigger } = await client.getProject({ projectId }, options());
    return { name, startedBy: trigger.sourcepipeline.map(({ id }) => id) };
  };
  return (id, context) => {
    const answer = asked.get(id) ?? read(id, context);
    asked.set(id, answer);
    answer.catch(() => asked.delete(id));
    return answer;
  };
}
