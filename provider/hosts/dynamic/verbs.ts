import * as core from "../../core/resource/index.ts";
import { millisecondsOf } from "../../core/resource/duration.ts";
import type { Difference, ResourceVerbs } from "../../core/resource/verbs.ts";
import type { Host } from "../../core/session.ts";
import {
  checkProgramInputs,
  type CheckResult,
  type GivenInputs,
  type Timeouts,
} from "../shared/check-program-inputs.ts";

/*
 * What the engine hands to a dynamic provider, decoded into requests to the verbs, and back. Two inputs stay hidden in
 * it after the check: `__provider`, which has to be in every output, and `timeouts`.
 */

/** What stands in a state, and in the inputs that check hands to the engine, beside the resource itself. */
interface Hidden {
  readonly timeouts?: Timeouts;
  readonly __provider?: string;
}

type Inputs = core.CheckedInputs & Hidden;
type State = core.PriorState & Hidden;

/** The verbs of one type of resource, as the engine calls them through the SDK. */
export type DynamicVerbs = VerbsOver<object, object>;

/** What comes from the engine was ours once, in this or another version. */
interface VerbsOver<Prior, Checked> {
  readonly check: (prior: Prior, given: GivenInputs, host: Host) => Promise<CheckResult>;
  readonly diff: (prior: Prior, inputs: Prior, host: Host) => DiffResult;
  readonly create: (inputs: Checked, host: Host) => Promise<{ id: string; outs: State }>;
  readonly read: (id: string, prior: Prior, host: Host) => Promise<ReadResult>;
  readonly update: (id: string, prior: Prior, inputs: Checked, host: Host) => Promise<{ outs: State }>;
  readonly delete: (id: string, prior: Prior, host: Host) => Promise<void>;
}

interface DiffResult {
  replaces: string[];
  /** Undefined makes the engine compare, and so show the properties. */
  changes?: boolean;
  deleteBeforeReplace: boolean;
}

/** A resource as it is; nothing at all when it is gone. */
interface ReadResult {
  id?: string;
  props?: State;
  inputs?: State;
}

export function dynamicVerbs(resource: ResourceVerbs): DynamicVerbs {
  const verbs: VerbsOver<State, Inputs> = {
    check: (prior, given, host) => checkProgramInputs(resource, { prior, given }, host),
    diff: (prior, inputs, host) => ({
      ...toDiff(resource.diff(prior, inputs, host)),
      deleteBeforeReplace: false,
    }),
    create: async (inputs, host) => {
      const request = { inputs, timeoutMs: timeoutOf(inputs, "create") };
      const { id, state } = await withHidden(inputs, resource.create(request, host));
      return { id, outs: { ...state, ...timeoutsIn(inputs) } };
    },
    read: async (id, prior, host) => {
      const found = await resource.read({ id, prior }, host);
      if (found === undefined) return {};
      const timeouts = timeoutsIn(prior);
      return { id: found.id, props: { ...found.state, ...timeouts }, inputs: { ...found.inputs, ...timeouts } };
    },
    update: async (id, prior, inputs, host) => {
      const request = { id, prior, inputs, timeoutMs: timeoutOf(inputs, "update") };
      const state = await withHidden(inputs, resource.update(request, host));
      return { outs: { ...state, ...timeoutsIn(inputs) } };
    },
    delete: (id, prior, host) => resource.delete({ id, prior, timeoutMs: timeoutOf(prior, "delete") }, host),
  };
  return verbs as unknown as DynamicVerbs;
}

const toDiff = ({ replaces, changes }: Difference): Omit<DiffResult, "deleteBeforeReplace"> => ({
  replaces: [...replaces],
  ...(changes !== undefined && { changes }),
});

/** The engine adds the provider to outputs by itself, but not to those that come with a failure. */
async function withHidden<Result>(inputs: Inputs, verb: Promise<Result>): Promise<Result> {
  try {
    return await verb;
  } catch (error) {
    if (!(error instanceof core.PartialFailure)) throw error;
    const { __provider } = inputs;
    const properties = { ...error.properties, ...timeoutsIn(inputs), ...(__provider && { __provider }) };
    throw new core.PartialFailure(error.id, properties, error.message);
  }
}

const timeoutsIn = ({ timeouts }: Hidden): Pick<Hidden, "timeouts"> => (timeouts === undefined ? {} : { timeouts });

/** The time of a verb, in milliseconds; undefined when the resource says nothing about it. */
function timeoutOf({ timeouts }: Hidden, verb: keyof Timeouts): number | undefined {
  const duration = timeouts?.[verb];
  return duration === undefined ? undefined : millisecondsOf(duration);
}
