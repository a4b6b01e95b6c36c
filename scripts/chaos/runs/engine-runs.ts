import { isDeepStrictEqual } from "node:util";
import { unknownValue } from "../../../provider/core/validation/unknown.ts";
import { dynamicVerbs } from "../../../provider/hosts/dynamic/verbs.ts";
import { runVerbs } from "../../../provider/services/sourcepipeline/pipeline-run/run-verbs.ts";
import { CheckError, type Command, type Outcome, type PipelineStep } from "../engine/command.ts";
import { type Deployment, providerText } from "../engine/deployment.ts";
import { keepOutcome } from "../engine/keep-outcome.ts";
import { asPlain, ProtocolError, type Stack } from "../stack.ts";
import { addressOf, type RunSpec, type SavedRun } from "./run-spec.ts";

/*
 * The engine's part for runs: as for pipelines, with the verbs that runs have.
 */

const verbs = dynamicVerbs(runVerbs);

/** The run as it was last time; undefined for a new one. */
export const findRun = (stack: Stack, resource: string): SavedRun | undefined =>
  stack.runs.find((saved) => saved.resource === resource && !saved.isCondemned);

function replaceRun(stack: Stack, before: SavedRun | undefined, after: readonly SavedRun[]): void {
  stack.runs = [...stack.runs.filter((saved) => saved !== before), ...after];
}

const urnOfRun = (resource: string): string =>
  `urn:pulumi:dev::chaos::pulumi-nodejs:dynamic/ncloud-sourcepipeline:PipelineRun::${resource}`;

/** Checks a run as the engine does; for a replacement as if nothing had been there. */
async function checkRun(
  deployment: Deployment,
  resource: string,
  { of, edition, args }: RunSpec,
  old: SavedRun | undefined,
): Promise<object> {
  const { command, isPreview: dryRun, stack, values } = deployment;
  const pipelineId = typeof of === "number" ? of : (values.get(of)?.id ?? unknownValue);
  const given = {
    ...args,
    pipelineId,
    triggers: { edition },
    __provider: providerText,
    __context: {
      urn: urnOfRun(resource),
      dryRun,
      pending: pipelineId === unknownValue ? ["pipelineId"] : [],
      stored: { exists: findRun(stack, resource) !== undefined },
    },
  };
  const { inputs, failures } = asPlain(await verbs.check(old?.inputs ?? {}, given, command.hostOf("default")));
  if (failures.length > 0) throw new CheckError(failures.map(({ reason }) => reason).join(" "));
  return inputs;
}

/** Says what an up would do with a run. */
export async function foreseeRun(deployment: Deployment, resource: string, spec: RunSpec): Promise<void> {
  const old = findRun(deployment.stack, resource);
  const inputs = await checkRun(deployment, resource, spec, old);
  if (old !== undefined && isReplaced(deployment, old, inputs)) await checkRun(deployment, resource, spec, undefined);
}

const isReplaced = ({ command }: Deployment, { outs }: SavedRun, inputs: object): boolean =>
  verbs.diff(outs, inputs, command.hostOf("default")).replaces.length > 0;

/** Creates, replaces or follows a run. */
export async function runRun(deployment: Deployment, resource: string, spec: RunSpec): Promise<void> {
  const { stack, command, outcome } = deployment;
  const host = command.hostOf("default");
  const old = findRun(stack, resource);
  const inputs = await checkRun(deployment, resource, spec, old);
  const step = (kind: PipelineStep) => void outcome.steps.push({ kind: `${kind} run`, resource });
  const keepAs = (checked: object): Omit<SavedRun, "id" | "outs"> => ({
    resource,
    inputs: checked,
    urn: urnOfRun(resource),
    dependencies: typeof spec.of === "string" ? [spec.of] : [],
    isUnfinished: false,
    isCondemned: false,
  });

  if (old === undefined) {
    step("create");
    await keep(deployment, spec, undefined, [], keepAs(inputs), () => verbs.create(inputs, host));
  } else if (isReplaced(deployment, old, inputs)) {
    step("replace");
    const fresh = await checkRun(deployment, resource, spec, undefined);
    const condemned = [{ ...old, isCondemned: true }];
    await keep(deployment, spec, old, condemned, keepAs(fresh), () => verbs.create(fresh, host));
  } else if (old.isUnfinished || !isDeepStrictEqual(old.inputs, inputs)) {
    step("update");
    await keep(deployment, spec, old, [], keepAs(inputs), async () => ({
      id: old.id,
      outs: (await verbs.update(old.id, old.outs, inputs, host)).outs,
    }));
  } else {
    step("same");
    replaceRun(stack, old, [{ ...old, ...keepAs(inputs) }]);
  }
}

/** Does a step and keeps its result: also that of a failure after which the run exists. */
async function keep(
  { stack, command }: Deployment,
  spec: RunSpec,
  old: SavedRun | undefined,
  rest: readonly SavedRun[],
  fresh: Omit<SavedRun, "id" | "outs">,
  step: () => Promise<{ id: string; outs: object }>,
): Promise<void> {
  const save = (id: string, outs: object, isUnfinished: boolean): void => {
    if (command.isKilled?.()) return;
    const saved = { ...fresh, id, outs: asPlain(outs), isUnfinished };
    replaceRun(stack, old, [...rest, saved]);
    const { pipelineId, runId } = addressOf(saved);
    const isJoined = (outs as { isJoined?: boolean }).isJoined === true;
    // What the resource was before it was deleted is another change.
    const change = `${saved.resource}, edition ${String(spec.edition)} of ${String(pipelineId)}, ${String(lives(stack, saved))}`;
    const isRetried = spec.args.retryFailed === true;
    command.claimRun?.(runId, { resource: saved.resource, change, isJoined, isRetried });
  };
  await keepOutcome(step, save);
}

/** How often the state has let go of a resource. */
const lives = ({ deletedRuns }: Stack, { resource }: Pick<SavedRun, "resource">): number =>
  deletedRuns.filter((name) => name === resource).length;

/** Brings a run in the state to what the service says. */
export async function refreshRun(stack: Stack, saved: SavedRun, command: Command, { steps }: Outcome): Promise<void> {
  const { id, resource } = saved;
  const result = asPlain(await verbs.read(id, saved.outs, command.hostOf("default")));
  steps.push({ kind: result.id === undefined ? "gone run" : "refresh run", resource, id });
  if (command.isKilled?.()) return;
  const { props, inputs } = result;
  const seen = props &&
    inputs && {
      ...saved,
      isUnfinished: false,
      inputs: { ...inputs, __provider: providerText },
      outs: { ...props, __provider: providerText },
    };
  replaceRun(stack, saved, seen ? [seen] : []);
}

/** Deletes a run that the state holds. */
export async function removeRun(stack: Stack, saved: SavedRun, command: Command, { steps }: Outcome): Promise<void> {
  const { id, resource, outs, isCondemned } = saved;
  steps.push({ kind: "delete run", resource, id });
  if (!("__provider" in outs)) throw new ProtocolError(`The state of ${resource} names no provider.`);
  await verbs.delete(id, outs, command.hostOf("default"));
  if (command.isKilled?.()) return;
  replaceRun(stack, saved, []);
  if (!isCondemned) stack.deletedRuns = [...stack.deletedRuns, resource];
}
