import { isDeepStrictEqual } from "node:util";
import { replacedBy } from "../../../provider/core/resource/diff.ts";
import { pipelineType } from "../../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";
import { type Checked, type PriorState, verbs } from "./verbs.ts";
import { dependenciesOf, inOrder, type MadeSpec, type Program, type Spec } from "../programs/program.ts";
import { asPlain, find, replaceSaved, type Saved, type SavedMade, type Stack } from "../stack.ts";
import { type Command, type Outcome, runInOrder } from "./command.ts";
import { keepOutcome } from "./keep-outcome.ts";
import { beginDeployment, checkPipeline, type Deployment, urnOf } from "./deployment.ts";
import { remove } from "./destroy.ts";
import { runRun } from "../runs/engine-runs.ts";

/*
 * The engine's part, as far as the provider can tell: which verb is called when, with what, and what is kept of its
 * outcome. Creates and updates come first, each after what it depends on; what was replaced, or is not in the program
 * any more, is deleted afterwards if nothing has failed.
 */

/** Brings the services to what the program says. */
export async function up(stack: Stack, program: Program, command: Command): Promise<Outcome> {
  const deployment = beginDeployment(stack, program, command, false);
  const { outcome } = deployment;
  const order = { keyOf: (name: string) => name, before: (name: string) => dependenciesOf(program, name) };
  const names = [...(inOrder(program) ?? []), ...program.runs.keys()];
  await runInOrder(names, order, command, outcome, async (name) => {
    const made = program.made.get(name);
    const spec = program.pipelines.get(name);
    const run = program.runs.get(name);
    if (run !== undefined) await runRun(deployment, name, run);
    if (made !== undefined) makeResource(deployment, name, made);
    if (spec !== undefined) await runPipeline(deployment, name, spec);
  });
  if (outcome.failures.length > 0 && command.continueOnError !== true) return outcome;

  const isLeft = ({ resource, isCondemned }: Pick<Saved, "resource" | "isCondemned">): boolean =>
    isCondemned || !(program.pipelines.has(resource) || program.made.has(resource) || program.runs.has(resource));
  const { resources, made, runs } = stack;
  await remove(stack, [...resources, ...made, ...runs].filter(isLeft), command, outcome);
  return outcome;
}

/** A step of the other provider. */
function makeResource({ stack, values, command }: Deployment, resource: string, spec: MadeSpec): void {
  const old = stack.made.find((saved) => saved.resource === resource && !saved.isCondemned);
  const isSame = old?.kind === spec.kind && old.name === spec.name;
  const id = isSame ? old.id : command.makers.make(spec);
  values.set(resource, { id: String(id), projectId: id, name: spec.name });
  if (isSame) return;
  const fresh: SavedMade = { ...spec, resource, id, isCondemned: false };
  const rest = stack.made.map((saved) => (saved === old ? { ...saved, isCondemned: true } : saved));
  stack.made = [...rest, fresh];
}

async function runPipeline(deployment: Deployment, resource: string, spec: Spec): Promise<void> {
  const { stack, command, outcome, values } = deployment;
  const host = command.hostOf(spec.provider);
  const old = find(stack, resource);
  const inputs = await checkPipeline(deployment, resource, spec, old?.isTainted === true ? undefined : old);
  const step = (kind: Outcome["steps"][number]["kind"]) => void outcome.steps.push({ kind, resource });
  const keepAs = (checked: Checked): Omit<Saved, "id" | "outs"> => ({
    resource,
    inputs: checked,
    provider: spec.provider,
    urn: urnOf(resource, spec),
    dependencies: dependenciesOf(deployment.program, resource),
    isUnfinished: false,
    isCondemned: false,
    isTainted: false,
  });

  if (old === undefined) {
    step("create");
    await keep(deployment, undefined, [], keepAs(inputs), () => verbs.create(inputs, host));
  } else if (old.isTainted || replacedBy(pipelineType, old.outs, inputs).length > 0) {
    step("replace");
    // What replaces something gets defaults of its own; the old one goes when everything else is done.
    const fresh = old.isTainted ? inputs : await checkPipeline(deployment, resource, spec, undefined);
    const condemned = [{ ...old, isCondemned: true }];
    await keep(deployment, old, condemned, keepAs(fresh), () => verbs.create(fresh, host));
  } else if (old.isUnfinished || !isDeepStrictEqual(old.inputs, inputs)) {
    step("update");
    await keep(deployment, old, [], keepAs(inputs), async () => ({
      id: old.id,
      outs: (await verbs.update(old.id, old.outs, inputs, host)).outs,
    }));
  } else {
    replacedBy(pipelineType, old.outs, inputs);
    step("same");
    replaceSaved(stack, old, [{ ...old, ...keepAs(inputs) }]);
  }
  values.set(resource, { id: find(stack, resource)?.id });
}

/** Does a step and keeps its result: also that of a failure after which the pipeline exists. */
async function keep(
  { stack, command }: Deployment,
  old: Saved | undefined,
  rest: readonly Saved[],
  fresh: Omit<Saved, "id" | "outs">,
  step: () => Promise<{ id: string; outs: PriorState }>,
): Promise<void> {
  const save = (id: string, outs: PriorState, isUnfinished: boolean): void => {
    if (!command.isKilled?.()) replaceSaved(stack, old, [...rest, { ...fresh, id, outs: asPlain(outs), isUnfinished }]);
  };
  await keepOutcome(step, save);
}
