import * as pulumi from "@pulumi/pulumi";
import { isTypeOf } from "../provider/hosts/shared/resource-types.ts";
import { underChosenHost } from "./host.ts";
import { currentRun } from "./program-run.ts";

/** What the stack's state holds about a pipeline, and about its name. */
export interface StoredPipeline {
  /** The name that the state holds for this resource: the engine tells check nothing of a pipeline it replaces. */
  name?: string;
  /** With which key and at which endpoint that state was written. */
  account?: string;
  endpoint?: string;
  /** What the service had added to it, by which it is known again. */
  outputs?: { readonly taskIds: unknown };
  /** Whether the program only read it, with `get`. */
  isExternal?: true;
  /** URN of another resource of the program whose pipeline has the wanted name. */
  holder?: string;
  /** The same of every name, for a pipeline that is taken over: its name may be known to the service alone. */
  holders?: Record<string, string>;
}

/** What the state holds. */
interface Resources {
  /** Of each pipeline, by its URN. */
  readonly pipelines: ReadonlyMap<string, Omit<StoredPipeline, "holder" | "holders">>;
  readonly urns: ReadonlySet<string>;
}

/**
 * What the state holds about one pipeline; empty where the engine does not say, as under `setMocks`.
 *
 * A replacement that is forced (`--replace`, a taint) reaches the provider as a creation, and so does the next command
 * after a creation that was killed. Only the state tells the two apart: the first needs another name, the second must
 * not make a second pipeline.
 *
 * @param wanted the name that the program gives it
 * @param isAdopting whether it takes an existing pipeline over
 * @example await storedPipeline(urn, undefined, false) // { name: "shop-0a1b2c3" }
 */
export async function storedPipeline(
  urn: string,
  wanted: string | undefined,
  isAdopting: boolean,
): Promise<StoredPipeline> {
  const { resources, declared } = stackOfThisRun();
  declared.add(urn);
  const { pipelines: stored } = await resources;
  // A resource that the program no longer has lets go of its pipeline: that one may be taken over.
  const others = [...stored].filter(([other]) => other !== urn && declared.has(other));
  const holders = Object.fromEntries(
    others.flatMap(([other, { name }]) => (name === undefined ? [] : [[name, other]])),
  );
  const holder = wanted === undefined ? undefined : holders[wanted];
  return { ...stored.get(urn), ...(holder !== undefined && { holder }), ...(isAdopting && { holders }) };
}

/**
 * Whether the state has a resource; false where the engine does not say, as under `setMocks`.
 *
 * @example await isStored(urn)
 */
export const isStored = async (urn: string): Promise<boolean> => (await stackOfThisRun().resources).urns.has(urn);

/** What one run of a program knows of its stack. */
interface Stack {
  readonly resources: Promise<Resources>;
  /** URNs of the pipelines made so far. */
  readonly declared: Set<string>;
}

/**
 * Asked for once in each run of a program, and by all copies of the package; a process of the Automation API has many
 * runs.
 */
const registry = globalThis as { [runsKey]?: WeakMap<object, Stack> | undefined };
const runsKey = Symbol.for("pulumi-ncloud-sourcepipeline.stacks");
const runs = (registry[runsKey] ??= new WeakMap());

function stackOfThisRun(): Stack {
  const { key, host } = currentRun();
  const known = runs.get(key);
  if (known !== undefined) return known;
  // Without an engine there is no state, and a user's mocks need not know of our question.
  const nothing: Resources = { pipelines: new Map(), urns: new Set() };
  const resources = host === "engine" ? readState().catch(() => nothing) : Promise.resolve(nothing);
  const stack = { resources, declared: new Set<string>() };
  runs.set(key, stack);
  return stack;
}

async function readState(): Promise<Resources> {
  const stackName = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack()].join("/");
  const answer: unknown = await pulumi.runtime.invoke("pulumi:pulumi:readStackResourceOutputs", { stackName }, {});
  // What the other host made comes to this one's resources, by their aliases.
  const resources = Object.entries(recordOf(recordOf(answer)["outputs"])).map(
    ([urn, resource]) => [underChosenHost(urn), resource] as const,
  );
  const pipelines = new Map(
    resources.flatMap(([urn, resource]) => {
      const { type, outputs } = recordOf(resource);
      return isTypeOf("Pipeline", type) ? [[urn, storedIn(recordOf(outputs))] as const] : [];
    }),
  );
  return { pipelines, urns: new Set(resources.map(([urn]) => urn)) };
}

/** What of a pipeline's outputs is passed on. */
function storedIn({
  taskIds,
  ...outputs
}: Readonly<Record<string, unknown>>): Omit<StoredPipeline, "holder" | "holders"> {
  const texts = ["name", "account", "endpoint"].filter((key) => typeof outputs[key] === "string");
  return {
    ...Object.fromEntries(texts.map((key) => [key, outputs[key]])),
    ...(typeof taskIds === "object" && taskIds !== null && { outputs: { taskIds } }),
    ...(outputs["isExternal"] === true && { isExternal: true }),
  };
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
