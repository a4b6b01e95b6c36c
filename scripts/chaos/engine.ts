import { isDeepStrictEqual } from "node:util";
import pLimit from "p-limit";
import * as lifecycle from "../../provider/lifecycle/index.ts";
import type { Program, Spec } from "./program.ts";
import { asPlain, find, ProtocolError, replaceSaved, type Saved, type Stack } from "./stack.ts";

/*
 * The engine's part, as far as the provider can tell: which verb is called when, with what, and what is kept of its
 * outcome. Creates and updates come first, side by side; deletions follow if nothing has failed.
 */

/** How a command runs. */
export interface Command {
  readonly connect: lifecycle.Connect;
  /** How many resources are worked on at once. */
  readonly parallel: number;
  /** Deletes although something has failed. */
  readonly continueOnError?: boolean;
  /** No further step begins. */
  readonly isStopped?: () => boolean;
  /** Killed: what comes back now reaches no state any more. */
  readonly isKilled?: () => boolean;
}

type StepKind = "create" | "update" | "replace" | "delete" | "same" | "refresh" | "gone";

/** `broken`: the provider gave the engine something that it cannot take. */
type FailureKind = "failure" | "partial failure" | "broken";

/** What a command did. */
export interface Outcome {
  readonly steps: { readonly kind: StepKind; readonly resource: string; readonly id?: string }[];
  readonly failures: { readonly resource: string; readonly message: string; readonly kind: FailureKind }[];
}

/** What check found; not the provider's own error, but as good as one. */
class CheckError extends Error {
  override stack = "";
}

const providerText = 'exports.handler = () => require("chaos")';

/** Brings the service to what the program says. */
export async function up(stack: Stack, program: Program, command: Command): Promise<Outcome> {
  const outcome: Outcome = { steps: [], failures: [] };
  await sideBySide(
    [...program],
    command,
    outcome,
    ([name]) => name,
    async ([name, spec]) => {
      await runResource(stack, name, spec, command, outcome);
    },
  );
  if (outcome.failures.length > 0 && command.continueOnError !== true) return outcome;

  const doomed = stack.resources.filter(({ resource, isCondemned }) => isCondemned || !program.has(resource));
  await sideBySide(
    doomed,
    command,
    outcome,
    ({ resource }) => resource,
    async (saved) => {
      await remove(stack, saved, command, outcome);
    },
  );
  return outcome;
}

/** Brings the state to what the service says. */
export async function refresh(stack: Stack, command: Command): Promise<Outcome> {
  const outcome: Outcome = { steps: [], failures: [] };
  const all = stack.resources.filter(({ isCondemned }) => !isCondemned);
  await sideBySide(
    all,
    command,
    outcome,
    ({ resource }) => resource,
    async (saved) => {
      const { resource, id } = saved;
      const result = asPlain(await lifecycle.read(id, saved.outs, command.connect));
      outcome.steps.push({ kind: result.id === undefined ? "gone" : "refresh", resource, id });
      if (command.isKilled?.()) return;
      const { props, inputs } = result;
      const seen = props && inputs && { ...saved, isUnfinished: false, inputs: named(inputs), outs: named(props) };
      replaceSaved(stack, saved, seen ? [seen] : []);
    },
  );
  return outcome;
}

async function runResource(
  stack: Stack,
  name: string,
  spec: Spec,
  command: Command,
  { steps }: Outcome,
): Promise<void> {
  const { connect } = command;
  const old = find(stack, name);
  const isForced = spec.isForced && old !== undefined;
  const given = { ...spec.args, __provider: providerText, __context: { urn: urnOf(name), dryRun: false } };
  const inputs = await check(isForced ? {} : (old?.inputs ?? {}), given, connect);

  if (old === undefined) {
    steps.push({ kind: "create", resource: name });
    await create(stack, undefined, name, inputs, command);
  } else if (isForced || lifecycle.diff(old.outs, inputs).replaces.length > 0) {
    steps.push({ kind: "replace", resource: name });
    // What replaces something gets defaults of its own.
    await replace(stack, old, spec, await check({}, given, connect), command);
  } else if (old.isUnfinished || !isDeepStrictEqual(old.inputs, inputs)) {
    steps.push({ kind: "update", resource: name });
    await keep(stack, old, [], { ...old, inputs }, command, async () => ({
      id: old.id,
      outs: (await lifecycle.update(old.id, old.outs, inputs, connect)).outs,
    }));
  } else {
    lifecycle.diff(old.outs, inputs);
    steps.push({ kind: "same", resource: name });
  }
}

async function check(
  known: lifecycle.KnownState,
  given: lifecycle.GivenInputs,
  connect: lifecycle.Connect,
): Promise<lifecycle.CheckedInputs> {
  const { inputs, failures } = asPlain(await lifecycle.check(known, given, connect));
  if (failures.length > 0) throw new CheckError(failures.map(({ reason }) => reason).join(" "));
  return inputs as lifecycle.CheckedInputs;
}

async function replace(
  stack: Stack,
  old: Saved,
  spec: Spec,
  inputs: lifecycle.CheckedInputs,
  command: Command,
): Promise<void> {
  if (spec.args.name !== undefined) return create(stack, old, old.resource, inputs, command);
  // As the constructor asks for when the pipeline is named after the resource.
  await lifecycle.deletePipeline(old.id, old.outs, command.connect);
  if (!command.isKilled?.()) replaceSaved(stack, old, []);
  if (!command.isStopped?.()) await create(stack, undefined, old.resource, inputs, command);
}

function create(
  stack: Stack,
  old: Saved | undefined,
  resource: string,
  inputs: lifecycle.CheckedInputs,
  command: Command,
): Promise<void> {
  const fresh = { resource, inputs, id: "", outs: {}, isUnfinished: false, isCondemned: false };
  const condemned = old === undefined ? [] : [{ ...old, isCondemned: true }];
  return keep(stack, old, condemned, fresh, command, () => lifecycle.create(inputs, command.connect));
}

/** Does a step and keeps its result: also that of a failure after which the pipeline exists. */
async function keep(
  stack: Stack,
  old: Saved | undefined,
  rest: readonly Saved[],
  fresh: Saved,
  command: Command,
  step: () => Promise<{ id: string; outs: lifecycle.KnownState }>,
): Promise<void> {
  const save = (id: string, outs: lifecycle.KnownState, isUnfinished: boolean): void => {
    if (!command.isKilled?.()) replaceSaved(stack, old, [...rest, { ...fresh, id, outs: asPlain(outs), isUnfinished }]);
  };
  try {
    const { id, outs } = await step();
    save(id, named(asPlain(outs)), false);
  } catch (error) {
    if (!(error instanceof lifecycle.PartialFailure)) throw error;
    save(error.id, error.properties, true);
    if ("__provider" in error.properties) throw error;
    throw new ProtocolError(`The properties of a partial failure name no provider: ${error.message}`);
  }
}

async function remove(stack: Stack, saved: Saved, command: Command, { steps }: Outcome): Promise<void> {
  steps.push({ kind: "delete", resource: saved.resource, id: saved.id });
  if (!("__provider" in saved.outs)) throw new ProtocolError(`The state of ${saved.resource} names no provider.`);
  await lifecycle.deletePipeline(saved.id, saved.outs, command.connect);
  if (!command.isKilled?.()) replaceSaved(stack, saved, []);
}

async function sideBySide<Item>(
  items: readonly Item[],
  { parallel, isStopped }: Command,
  { failures }: Outcome,
  nameOf: (item: Item) => string,
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const slots = pLimit(parallel);
  const one = async (item: Item): Promise<void> => {
    if (isStopped?.()) return;
    try {
      await run(item);
    } catch (error) {
      failures.push({ resource: nameOf(item), message: lifecycle.messageOf(error), kind: kindOf(error) });
    }
  };
  await Promise.all(items.map((item) => slots(() => one(item))));
}

const kindOf = (error: unknown): FailureKind => {
  if (error instanceof lifecycle.PartialFailure) return "partial failure";
  return error instanceof Error && error.stack === "" ? "failure" : "broken";
};

/** The engine adds what names the provider to outputs, though not to those of a failure. */
const named = <State extends object>(outs: State): State => ({ ...outs, __provider: providerText });

const urnOf = (resource: string): string =>
  `urn:pulumi:dev::chaos::pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline::${resource}`;
