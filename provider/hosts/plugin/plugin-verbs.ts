import { PartialFailure, type PriorState, ResourceError } from "../../core/resource/index.ts";
import type { CheckedInputs } from "../../core/resource/state.ts";
import type { Host } from "../../core/session.ts";
import { checkProgramInputs, type GivenInputs } from "../shared/check-program-inputs.ts";
import { type Autonaming, nameFor } from "./autonaming.ts";
import { type DetailedDiff, detailedDiff } from "./detailed-diff.ts";
import { SealedFailure } from "./grpc-errors.ts";
import type { OpenedObject } from "./messages.ts";
import type { ResourceKind } from "./resource-kind.ts";
import { newSecretsOf, sealState } from "./secrets.ts";
import { seal, secretPathsOf } from "./wire-values.ts";

/*
 * What the engine asks of a packaged provider, as requests to the verbs, and back. Programs in TypeScript say beside
 * their arguments what the engine does not (`__context`), as they do to the dynamic provider; of all others the preview
 * of a creation or an update says what a check may not: a check is not told whether it is one.
 */

/** The verbs of a kind of resource, over values as they come from the wire. */
export interface PluginVerbs {
  check(call: CheckCall, host: Host): Promise<{ readonly inputs: object; readonly problems: readonly string[] }>;
  diff(call: DiffCall, host: Host): PluginDifference;
  create(call: WriteCall, host: Host): Promise<{ readonly id: string; readonly state: object }>;
  /** Undefined when it is gone. */
  read(call: ReadCall, host: Host): Promise<ReadAnswer | undefined>;
  update(call: UpdateCall, host: Host): Promise<object>;
  delete(call: DeleteCall, host: Host): Promise<void>;
}

interface PluginDifference {
  readonly changes: DetailedDiff;
  readonly replaces: readonly string[];
  /** Whether it has to be handled although no property differs. */
  readonly isAsked: boolean;
}

interface CheckCall {
  readonly urn: string;
  readonly prior: OpenedObject;
  readonly given: OpenedObject;
  readonly autonaming?: Autonaming | undefined;
}

interface DiffCall {
  /** Old outputs. */
  readonly state: OpenedObject;
  readonly priorInputs: OpenedObject;
  readonly inputs: OpenedObject;
}

interface WriteCall {
  readonly urn: string;
  readonly inputs: OpenedObject;
  readonly isPreview: boolean;
  readonly timeoutMs: number | undefined;
}

interface UpdateCall extends WriteCall {
  readonly id: string;
  readonly state: OpenedObject;
}

interface DeleteCall {
  readonly id: string;
  readonly state: OpenedObject;
  readonly timeoutMs: number | undefined;
}

interface ReadCall extends DeleteCall {
  readonly inputs: OpenedObject;
}

interface ReadAnswer {
  readonly id: string;
  readonly state: object;
  readonly inputs: object;
}

export function pluginVerbs(kind: ResourceKind): PluginVerbs {
  const { verbs: resource } = kind;
  const check = (prior: object, given: GivenInputs, host: Host) =>
    checkProgramInputs(resource, { prior: stateIn(prior), given }, host);
  /** What was checked last, by URN: the preview of a write says more about it. */
  const checked = new Map<string, { readonly prior: object; readonly given: GivenInputs }>();

  /** What a preview answers: all that is known before anything is written. */
  async function preview({ urn, inputs }: WriteCall, state: OpenedObject | undefined, host: Host): Promise<object> {
    // A program that collects mistakes gets them back.
    if ("__problems" in inputs.value) return sealed(inputs.value, inputs);
    const last = checked.get(urn);
    if (last?.given.__context?.dryRun === undefined && last !== undefined) {
      const given = { ...last.given, __context: { ...last.given.__context, dryRun: true } };
      const { failures } = await check(last.prior, given, host);
      if (failures.length > 0) throw new ResourceError(failures.map(({ reason }) => reason).join("\n"));
    }
    const additions = resource.preview(stateIn(state?.value ?? {}), inputsIn(inputs.value), host);
    return sealed({ ...inputs.value, ...additions }, inputs);
  }

  const sealed = (state: object, inputs: OpenedObject): object => sealState(state, inputs, kind.outputs);

  async function written<Result>(verb: Promise<Result>, inputs: OpenedObject): Promise<Result> {
    try {
      return await verb;
    } catch (error) {
      if (!(error instanceof PartialFailure)) throw error;
      const properties = sealed({ ...error.properties, ...carried(inputs.value) }, inputs);
      throw new SealedFailure(error, properties, sealed(inputs.value, inputs));
    }
  }

  return {
    check: async ({ urn, prior, given, autonaming }, host) => {
      const { __context: context, ...program } = given.value as GivenInputs;
      const name = nameFor(kind.inputs, { program, prior: prior.value, autonaming });
      const asked: GivenInputs = {
        ...program,
        ...name.given,
        __context: { urn, ...context, secrets: secretPathsOf(given), autonames: name.mayBeMade },
      };
      checked.set(urn, { prior: prior.value, given: asked });
      const { inputs, failures } = await check(prior.value, asked, host);
      return { inputs: seal(inputs, given) as object, problems: failures.map(({ reason }) => reason) };
    },
    diff: ({ state, priorInputs, inputs }, host) => {
      const { replaces, changes: isAsked = false } = resource.diff(stateIn(state.value), stateIn(inputs.value), host);
      const changes = detailedDiff(visible(priorInputs.value), visible(inputs.value), replaces);
      // What becomes secret is one of the state's only in an update; it sends nothing.
      const sealedNow = newSecretsOf(priorInputs, inputs).map((path) => [path, { kind: "update", replaces: false }]);
      return { changes: { ...(Object.fromEntries(sealedNow) as DetailedDiff), ...changes }, replaces, isAsked };
    },
    create: async (call, host) => {
      const { urn, inputs, isPreview, timeoutMs } = call;
      if (isPreview) return { id: "", state: await preview(call, undefined, host) };
      const request = { urn, inputs: inputsIn(inputs.value), timeoutMs };
      const { id, state } = await written(resource.create(request, host), inputs);
      return { id, state: sealed({ ...state, ...carried(inputs.value) }, inputs) };
    },
    read: async ({ id, inputs, state: known, timeoutMs }, host) => {
      const { __context: context, ...prior } = known.value;
      const found = await resource.read({ id, prior: stateIn(prior), timeoutMs }, host);
      if (found === undefined) return undefined;
      const { isExternal: _, ...state } = found.state as PriorState;
      // By its id alone it is read for an import, too; only a program of ours says that it is for good.
      const isExternal = prior["isExternal"] === true || context !== undefined;
      const all = { ...state, ...(isExternal && { isExternal }), ...carried(prior) };
      const hidden = seal({ ...found.inputs, ...carried(inputs.value) }, inputs) as object;
      return { id: found.id, state: sealed(all, known), inputs: hidden };
    },
    update: async (call, host) => {
      const { urn, id, state, inputs, isPreview, timeoutMs } = call;
      if (isPreview) return preview(call, state, host);
      const request = { urn, id, prior: stateIn(state.value), inputs: inputsIn(inputs.value), timeoutMs };
      const after = await written(resource.update(request, host), inputs);
      return sealed({ ...after, ...carried(inputs.value) }, inputs);
    },
    delete: ({ id, state, timeoutMs }, host) => resource.delete({ id, prior: stateIn(state.value), timeoutMs }, host),
  };
}

/** What the dynamic host needs in its states; carried along, so that a stack can go back to it. */
const hiddenKeys = ["__provider", "timeouts"] as const;

const carried = (values: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(hiddenKeys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])));

const visible = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !(hiddenKeys as readonly string[]).includes(key)));

// What comes from the engine was ours once, in this or another version.
const stateIn = (values: object): PriorState => values as PriorState;
const inputsIn = (values: object): CheckedInputs => values as CheckedInputs;
