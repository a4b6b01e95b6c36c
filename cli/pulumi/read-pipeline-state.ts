import type { PriorPipelineState } from "../../provider/services/sourcepipeline/pipeline/pipeline-state.ts";
import { createParser } from "../../provider/core/validation/shape/create-parser.ts";
import { pipelineDescriptor } from "../../provider/services/sourcepipeline/pipeline/descriptor.ts";
import { knownRecord } from "../../provider/core/validation/partial.ts";
import type { Task, Triggers } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { hasSecret } from "./mask-secrets.ts";

/** What a state says about a pipeline. */
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
  const sound = triggerLists.every(([key, parse]) => {
    return value[key] === undefined || parse(value[key], key).problems.length === 0;
  });
  return sound ? value : undefined;
}

const triggerLists = Object.entries(pipelineDescriptor.properties.triggers.properties).map(
  ([key, list]) => [key, createParser(list)] as const,
);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
