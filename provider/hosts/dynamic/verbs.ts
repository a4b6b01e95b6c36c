import * as core from "../../core/resource/index.ts";
import { millisecondsOf } from "../../core/resource/duration.ts";
import type { Difference, ResourceVerbs } from "../../core/resource/verbs.ts";
import type { Host } from "../../core/session.ts";
import { secretMask } from "../../core/validation/mask-secrets.ts";
import { formatProblem, type Problem } from "../../core/validation/problem.ts";

/*
 * What the engine hands to a dynamic provider, decoded into requests to the verbs, and back. Three inputs are hidden in
 * what the engine hands over: `__context`, which the constructor passes and check removes; `__provider`, by which the
 * engine finds this provider, and which has to be in every output; `timeouts`, because delete sees old outputs only.
 */

/** How long the verbs may take, as Pulumi's `customTimeouts` write it: "5m". */
export interface Timeouts {
  create?: string;
  update?: string;
  delete?: string;
}

/** What the resource's constructor passes beside the program's own arguments. */
interface Context {
  urn?: string;
  /** Whether this is a preview. */
  dryRun?: boolean;
  /** Whether the program reports the mistakes of all its pipelines together, when it gets them back. */
  isCollecting?: boolean;
  /**
   * What the program already knows to be wrong, where the engine has to fail at this resource; empty where a preview
   * reports it by itself, and nothing more is to be asked.
   */
  refusal?: string;
  deleteBeforeReplace?: boolean;
  pending?: readonly string[];
  fromStack?: core.CheckRequest["fromStack"];
  /** Paths of arguments that are secret: no message may quote them. */
  secrets?: readonly string[];
  stored?: core.StoredResource;
  timeouts?: Timeouts;
  /** Whether the program said `import`, and not `adopt`. */
  isImport?: boolean;
  /** False where the engine's settings ask for names of the program's own. */
  autonames?: boolean;
}

/** What comes in: the program's arguments, with the constructor's hidden input. */
export type GivenInputs = Readonly<Record<string, unknown>> & { readonly __context?: Context };

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

interface CheckResult {
  inputs: object;
  failures: { property: string; reason: string }[];
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

/** Inputs that are not the program's to give: the constructor's, and those that check itself adds. */
const hiddenInputs = new Set(["__context", "__provider", "adopt", "region", "platform", "site", "timeouts"]);

export function dynamicVerbs(resource: ResourceVerbs): DynamicVerbs {
  const verbs: VerbsOver<State, Inputs> = {
    check: async (prior, given, host) => {
      const { program, hidden, request } = decodeCheck(prior, given);
      const { __context: { isCollecting = false, secrets = [], refusal } = {} } = given;
      const { __provider } = hidden;
      const mask = secretMask(given, secrets);
      const refuse = (...reasons: string[]): CheckResult =>
        isCollecting
          ? // The prior inputs, so that nothing is replaced in a preview that fails.
            { inputs: { ...program, ...prior, __provider, __problems: reasons }, failures: [] }
          : // With a nested property the engine prints the value it does not find.
            { inputs: { ...program, __provider }, failures: reasons.map((reason) => ({ property: "", reason })) };
      if (refusal !== undefined) return refuse(...(refusal === "" ? [] : [refusal]));
      try {
        const result = await resource.check(request, withoutSecrets(host, mask));
        if ("problems" in result) {
          const shown = ({ message, hint, ...rest }: Problem): Problem => ({
            ...rest,
            message: mask(message),
            hint: mask(hint),
          });
          return refuse(...result.problems.map(shown).map(formatProblem));
        }
        return { inputs: { ...result.inputs, ...hidden }, failures: [] };
      } catch (error) {
        // Errors without a stack are made for users: as failures they are shown once, thrown they would be shown twice.
        if (error instanceof Error && error.stack === "") return refuse(mask(error.message));
        throw error;
      }
    },
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

/** A host whose messages quote no secret. */
const withoutSecrets = (host: Host, mask: (message: string) => string): Host => ({
  ...host,
  report: (level, message, urn) => {
    host.report(level, mask(message), urn);
  },
});

function decodeCheck(prior: State, given: GivenInputs) {
  const { __context: context = {} } = given;
  const program = Object.fromEntries(Object.entries(given).filter(([key]) => !hiddenInputs.has(key)));
  // An import file, and a state that was written by hand, have them among the inputs.
  const timeouts = given.__context === undefined ? (given["timeouts"] as Timeouts | undefined) : context.timeouts;
  const hidden = { ...(timeouts && { timeouts }), __provider: given["__provider"] };
  const request: core.CheckRequest = {
    prior,
    program,
    adopt: given["adopt"],
    urn: context.urn,
    isImport: context.isImport ?? false,
    isPreview: context.dryRun ?? false,
    autonames: context.autonames ?? true,
    deleteBeforeReplace: context.deleteBeforeReplace ?? false,
    pending: context.pending ?? [],
    fromStack: context.fromStack ?? {},
    stored: context.stored ?? {},
  };
  return { program, hidden, request };
}

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
