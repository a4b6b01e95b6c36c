import { replacedBy } from "../../../provider/core/resource/diff.ts";
import { pipelineType } from "../../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";
import { dependenciesOf, inOrder, type MadeSpec, type Program, type Spec } from "../programs/program.ts";
import { find, type Stack } from "../stack.ts";
import { foreseeRun } from "../runs/engine-runs.ts";
import { type Command, type Outcome, runInOrder } from "./command.ts";
import { beginDeployment, checkPipeline, type Deployment } from "./deployment.ts";

/** Says what an up would do, and changes nothing: the ids of what would be created are not known. */
export async function preview(stack: Stack, program: Program, command: Command): Promise<Outcome> {
  const deployment = beginDeployment(stack, program, command, true);
  const { outcome } = deployment;
  const order = { keyOf: (name: string) => name, before: (name: string) => dependenciesOf(program, name) };
  const names = [...(inOrder(program) ?? []), ...program.runs.keys()];
  await runInOrder(names, order, command, outcome, async (name) => {
    const run = program.runs.get(name);
    if (run !== undefined) await foreseeRun(deployment, name, run);
    const made = program.made.get(name);
    const spec = program.pipelines.get(name);
    if (made !== undefined) foreseeMade(deployment, name, made);
    if (spec !== undefined) await foreseePipeline(deployment, name, spec);
  });
  return outcome;
}

function foreseeMade({ stack, values }: Deployment, resource: string, { kind, name }: MadeSpec): void {
  const old = stack.made.find((saved) => saved.resource === resource && !saved.isCondemned);
  const isSame = old?.kind === kind && old.name === name;
  values.set(resource, isSame ? { id: String(old.id), projectId: old.id, name } : { name });
}

async function foreseePipeline(deployment: Deployment, resource: string, spec: Spec): Promise<void> {
  const old = find(deployment.stack, resource);
  const inputs = await checkPipeline(deployment, resource, spec, old?.isTainted === true ? undefined : old);
  const isReplaced = old !== undefined && (old.isTainted || replacedBy(pipelineType, old.outs, inputs).length > 0);
  if (isReplaced && !old.isTainted) await checkPipeline(deployment, resource, spec, undefined);
  deployment.values.set(resource, { id: isReplaced ? undefined : old?.id });
}
