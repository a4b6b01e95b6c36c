import { type CheckRequest, PartialFailure, type PriorState } from "../../../../provider/core/resource/index.ts";
import { verbsOf } from "../../../../provider/core/resource/verbs.ts";
import { dynamicVerbs } from "../../../../provider/hosts/dynamic/verbs.ts";
import type { GivenInputs } from "../../../../provider/hosts/shared/check-program-inputs.ts";
import type { HostUnderTest } from "./host-under-test.ts";

/** The dynamic provider's verbs, called as the engine does: with its hidden inputs. */
export const dynamicHost: HostUnderTest = {
  name: "as a dynamic provider",
  verbsOf: (type) => {
    const verbs = dynamicVerbs(verbsOf(type));
    return {
      check: async (request, host) => {
        const { inputs, failures } = await verbs.check(hidden(request.prior), given(request), host);
        if (failures.length > 0) return { reasons: failures.map(({ reason }) => reason) };
        return { inputs: withoutHidden(inputs) };
      },
      diff: async (prior, inputs, host) => verbs.diff(hidden(prior), hidden(inputs), host).replaces,
      create: async ({ inputs, timeoutMs }, host) => {
        const { id, outs } = await partial(verbs.create(hidden(inputs, "create", timeoutMs), host));
        return { id, state: withoutHidden(outs) };
      },
      read: async ({ id, prior }, host) => {
        const { id: found, props, inputs } = await verbs.read(id, hidden(prior), host);
        if (found === undefined || props === undefined || inputs === undefined) return undefined;
        return { id: found, state: withoutHidden(props), inputs: withoutHidden(inputs) };
      },
      update: async ({ id, prior, inputs, timeoutMs }, host) => {
        const { outs } = await partial(verbs.update(id, hidden(prior), hidden(inputs, "update", timeoutMs), host));
        return withoutHidden(outs);
      },
      delete: ({ id, prior, timeoutMs }, host) => verbs.delete(id, hidden(prior, "delete", timeoutMs), host),
    };
  },
};

const provider = "the text by which the engine finds the provider";

/** What the constructor passes. */
function given({ program, adopt, urn, isImport, isPreview, ...request }: CheckRequest): GivenInputs {
  const { deleteBeforeReplace, pending, stored } = request;
  return {
    ...program,
    ...(adopt !== undefined && { adopt }),
    __provider: provider,
    __context: { ...(urn !== undefined && { urn }), isImport, dryRun: isPreview, deleteBeforeReplace, pending, stored },
  };
}

function hidden<Values extends object>(values: Values, verb?: string, timeoutMs?: number): Values {
  if (Object.keys(values).length === 0) return values;
  const timeouts = verb !== undefined && timeoutMs !== undefined && { [verb]: `${String(timeoutMs)}ms` };
  return { ...values, __provider: provider, ...(timeouts && { timeouts }) };
}

// The type that the verbs give out is the one of what stands in a state: the resource's own and the hidden ones.
function withoutHidden(values: object): never {
  const own = Object.entries(values).filter(([key]) => !["__provider", "timeouts"].includes(key));
  return Object.fromEntries(own) as never;
}

/** The engine takes the properties of a partial failure as they are: without the provider nothing would find it again. */
async function partial<Result>(verb: Promise<Result>): Promise<Result> {
  try {
    return await verb;
  } catch (error) {
    if (!(error instanceof PartialFailure)) throw error;
    const { id, properties, message } = error;
    if ((properties as PriorState)["__provider"] !== provider)
      throw new TypeError("The partial failure lacks __provider.", { cause: error });
    throw new PartialFailure(id, withoutHidden(properties), message);
  }
}
