import * as pulumi from "@pulumi/pulumi";
import { resourceType } from "../provider/model/resource.ts";
import { currentRun } from "./program-run.ts";

/** What the stack's state holds about a pipeline, and about its name. */
export interface StoredPipeline {
  /** The name that the state holds for this resource: the engine tells check nothing of a pipeline it replaces. */
  name?: string;
  /** URN of another resource of the stack whose pipeline has the wanted name. */
  holder?: string;
}

/** URN and name of each pipeline in the state. */
type Names = ReadonlyMap<string, string>;

/**
 * What the state holds about one pipeline; empty where the engine does not say, as under `setMocks`.
 *
 * A replacement that is forced (`--replace`, a taint) reaches the provider as a creation, and so does the next command
 * after a creation that was killed. Only the state tells the two apart: the first needs another name, the second must
 * not make a second pipeline.
 *
 * @example await storedPipeline(urn, undefined) // { name: "shop-0a1b2c3" }
 */
export async function storedPipeline(urn: string, wanted: string | undefined): Promise<StoredPipeline> {
  const names = await namesOfThisRun();
  const name = names.get(urn);
  const holder = [...names].find(([other, its]) => other !== urn && its === wanted)?.[0];
  return { ...(name !== undefined && { name }), ...(holder !== undefined && { holder }) };
}

/** Asked for once in each run of a program; a process of the Automation API has many runs. */
const runs = new WeakMap<object, Promise<Names>>();

function namesOfThisRun(): Promise<Names> {
  const { key, host } = currentRun();
  // Without an engine there is no state, and a user's mocks need not know of our question.
  if (host !== "engine") return Promise.resolve(new Map());
  const asked = runs.get(key) ?? readNames().catch((): Names => new Map());
  runs.set(key, asked);
  return asked;
}

async function readNames(): Promise<Names> {
  const stackName = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack()].join("/");
  const answer: unknown = await pulumi.runtime.invoke("pulumi:pulumi:readStackResourceOutputs", { stackName }, {});
  const resources = Object.entries(recordOf(recordOf(answer)["outputs"]));
  return new Map(
    resources.flatMap(([urn, resource]) => {
      const { type, outputs } = recordOf(resource);
      const { name } = recordOf(outputs);
      return type === resourceType && typeof name === "string" ? [[urn, name] as const] : [];
    }),
  );
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
