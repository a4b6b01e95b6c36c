import { readFileSync } from "node:fs";
import { isTypeOf } from "../../../provider/hosts/shared/resource-types.ts";
import type { StateUnderTest } from "../checks/find-violations.ts";
import type { HeldRun } from "../runs/find-lost-runs.ts";
import type { ProviderName } from "../programs/program.ts";

/** A pipeline as the engine's state has it. */
export interface StatePipeline {
  readonly urn: string;
  readonly resource: string;
  readonly id: string;
  readonly name: string;
  readonly provider: ProviderName;
  readonly isUnfinished: boolean;
  /** Replaced, and still to be deleted. */
  readonly isCondemned: boolean;
  readonly isTainted: boolean;
  /** Everything that is kept of it, as JSON. */
  readonly text: string;
}

/** A run as the engine's state has it. */
export interface StateRun extends HeldRun {
  readonly urn: string;
}

/** What the engine's state holds. */
export interface RealState extends StateUnderTest {
  readonly pipelines: readonly StatePipeline[];
  readonly runs: readonly StateRun[];
}

interface StoredResource {
  urn: string;
  type: string;
  id?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  provider?: string;
  delete?: boolean;
  taint?: boolean;
  initErrors?: string[];
}

/** Reads the file in which the engine keeps a stack. */
export function readState(file: string): RealState {
  const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as {
    checkpoint?: { latest?: { resources?: StoredResource[] } };
  };
  const resources = checkpoint?.latest?.resources ?? [];
  const made = resources.filter((resource) => resource.type === "pulumi-nodejs:dynamic:Resource" && !resource.delete);
  return {
    pipelines: resources.filter(({ type }) => isTypeOf("Pipeline", type)).map(pipelineOf),
    runs: resources.filter(({ type }) => isTypeOf("PipelineRun", type)).map(runOf),
    made: new Map(made.map(({ urn, id }) => [nameOf(urn), Number(id)])),
  };
}

function pipelineOf(resource: StoredResource): StatePipeline {
  const { urn, id = "", inputs, outputs, provider = "", initErrors = [] } = resource;
  return {
    urn,
    resource: nameOf(urn),
    id,
    name: String(outputs?.["name"] ?? inputs?.["name"]),
    provider: provider.includes("::second::") ? "second" : "default",
    isUnfinished: initErrors.length > 0,
    isCondemned: resource.delete === true,
    isTainted: resource.taint === true,
    text: JSON.stringify([inputs, outputs]),
  };
}

const runOf = ({ urn, id = "", outputs = {}, initErrors = [], ...resource }: StoredResource): StateRun => ({
  urn,
  resource: nameOf(urn),
  id,
  outs: outputs,
  isUnfinished: initErrors.length > 0,
  isCondemned: resource.delete === true,
});

const nameOf = (urn: string): string => urn.slice(urn.lastIndexOf("::") + 2);
