import type { Location } from "../../provider/core/location.ts";
import { replacedBy } from "../../provider/core/resource/diff.ts";
import { knownRecord, knownText } from "../../provider/core/validation/partial.ts";
import { createParser } from "../../provider/core/validation/shape/create-parser.ts";
import { isTypeOf } from "../../provider/hosts/shared/resource-types.ts";
import { pipelineDescriptor } from "../../provider/services/sourcepipeline/pipeline/descriptor.ts";
import type { PriorPipelineState } from "../../provider/services/sourcepipeline/pipeline/pipeline-state.ts";
import { pipelineType } from "../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";
import type { Task, Triggers } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { StackDeployment } from "./read-stack.ts";
import { hasSecret, type ResourceState } from "./resource-state.ts";

/** A pipeline in a stack. */
export interface StackPipeline {
  readonly urn: string;
  readonly id: string;
  readonly inputs: PipelineState;
  readonly outputs: PipelineState;
}

/** The pipeline that a resource is; undefined for all other resources. */
export function pipelineOf({ urn, type, id, inputs, outputs }: ResourceState): StackPipeline | undefined {
  if (!isTypeOf("Pipeline", type) || id === undefined) return undefined;
  return { urn, id, inputs: readPipelineState(inputs), outputs: readPipelineState(outputs) };
}

/** The pipeline that a stack manages by a resource; undefined for other resources, and for one that is only read. */
export const managedPipelineOf = (resource: ResourceState): StackPipeline | undefined =>
  resource.isExternal ? undefined : pipelineOf(resource);

/** A pipeline's name for messages, as the stack has it. */
export const nameOf = ({ inputs, outputs }: Pick<StackPipeline, "inputs" | "outputs">): string =>
  knownText(inputs.raw["name"]) ?? knownText(outputs.raw["name"]) ?? "";

/** A pipeline as the account's list shows it. */
export interface ListedPipeline {
  readonly id: number;
  readonly name: string;
}

/** The pipelines that a stack manages; those that only wait for their deletion belong to it, too. */
export const managedPipelinesOf = ({ resources }: Pick<StackDeployment, "resources">): StackPipeline[] =>
  resources.map(managedPipelineOf).filter((pipeline) => pipeline !== undefined);

/**
 * Whether one of some managed pipelines is this one of an account: its id alone proves nothing, because every location
 * counts for itself. What a state does not name, as after an import, or keeps secret, may be anything.
 */
export function isManaged(listed: ListedPipeline, location: Location, managed: readonly StackPipeline[]): boolean {
  const identity = { ...location, name: listed.name };
  return managed.some(
    ({ id, outputs }) => id === String(listed.id) && replacedBy(pipelineType, outputs.values, identity).length === 0,
  );
}

/** The inputs or the outputs of a pipeline in a state. */
export interface PipelineState {
  /** What can be read; a property that is a secret, holds one, or has another form than ours is left out. */
  readonly values: PriorPipelineState;
  /** Everything as it stands, with the secrets masked. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Reads the inputs or the outputs of a pipeline. Anything may be missing or of another form: a state can be edited. */
export function readPipelineState(masked: unknown): PipelineState {
  const raw = knownRecord(masked);
  const read = Object.entries(readers).map(([key, reader]) => [
    key,
    hasSecret(raw[key]) ? undefined : reader(raw[key]),
  ]);
  return { values: Object.fromEntries(read.filter(([, value]) => value !== undefined)) as PriorPipelineState, raw };
}

type Reader = (value: unknown) => unknown;

const text: Reader = (value) => (typeof value === "string" ? value : undefined);

/** How each property is read; undefined when it cannot be. */
const readers: Readonly<Partial<Record<keyof PriorPipelineState, Reader>>> = {
  name: text,
  description: text,
  tasks: (value) => (Array.isArray(value) && value.every(isTask) ? value : undefined),
  triggers: triggersOf,
  region: text,
  platform: text,
  site: text,
  adopt: (value) => (value === true ? value : text(value)),
  account: text,
  resolvedTargets: (value) => (isRecord(value) && Object.values(value).every(isRecord) ? value : undefined),
};

/** The service may know kinds of tasks that this version does not; what all tasks have is enough here. */
function isTask(value: unknown): value is Task {
  if (!isRecord(value) || typeof value["name"] !== "string" || typeof value["type"] !== "string") return false;
  const { linkedTasks = [] } = value;
  return Array.isArray(linkedTasks) && linkedTasks.every((link) => typeof link === "string");
}

function triggersOf(value: unknown): Triggers | undefined {
  if (!isRecord(value)) return undefined;
  const isReadable = triggerLists.every(([key, parse]) => {
    return value[key] === undefined || parse(value[key], key).problems.length === 0;
  });
  return isReadable ? value : undefined;
}

const triggerLists = Object.entries(pipelineDescriptor.properties.triggers.properties).map(
  ([key, list]) => [key, createParser(list)] as const,
);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
