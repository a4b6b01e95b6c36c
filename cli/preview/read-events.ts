import { knownList, knownRecord, knownText } from "../../provider/core/validation/partial.ts";
import { isTypeOf } from "../../provider/hosts/shared/resource-types.ts";
import type { Task, Triggers } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";

/** What an update of a stack would do. */
export interface StackPreview {
  readonly stack: string;
  /** Whether the engine or a check refused the update. */
  readonly failed: boolean;
  /** What the engine printed, errors included. */
  readonly text: string;
  readonly pipelines: readonly PreviewedPipeline[];
  /** How many resources would change that are no pipelines. */
  readonly otherChanges: number;
}

/** What would become of a pipeline. */
export interface PreviewedPipeline {
  readonly change: PreviewedChange;
  readonly name: string;
  /** Absent before it is created. */
  readonly id?: string;
  /** As far as they are known and no secrets. */
  readonly tasks: Task[];
  readonly triggers: Triggers;
}

export const changeKinds = ["create", "update", "replace", "delete", "same"] as const;

type PreviewedChange = (typeof changeKinds)[number];

/** What the engine's steps are here; others are parts of these, or no changes. */
const kinds: Readonly<Record<string, PreviewedChange>> = {
  create: "create",
  import: "create",
  update: "update",
  replace: "replace",
  "create-replacement": "replace",
  delete: "delete",
  same: "same",
};

/**
 * Reads the engine's log of events, a JSON object a line. It may end early, when the engine failed.
 *
 * @returns the pipelines of the stack in the order of its steps, and how many other resources would change
 */
export function readEvents(log: string): Pick<StackPreview, "pipelines" | "otherChanges"> {
  const pipelines = new Map<string, PreviewedPipeline>();
  const others = new Set<string>();
  for (const line of log.split("\n")) {
    const { urn, type, op, old, new: next } = knownRecord(knownRecord(parse(line)["resourcePreEvent"])["metadata"]);
    const change = kinds[String(op)];
    if (typeof urn !== "string" || change === undefined) continue;
    if (isTypeOf("Pipeline", type)) pipelines.set(urn, pipelineOf(change, old, next));
    else if (change !== "same" && !isProvider(type)) others.add(urn);
  }
  return { pipelines: [...pipelines.values()], otherChanges: others.size };
}

/** The engine makes one of its own for each program; nobody declares it. */
const isProvider = (type: unknown): boolean => typeof type === "string" && type.startsWith("pulumi:providers:");

function pipelineOf(change: PreviewedChange, old: unknown, next: unknown): PreviewedPipeline {
  const { name, tasks, triggers } = knownRecord(knownRecord(next ?? old)["inputs"]);
  const id = knownText(knownRecord(old)["id"]);
  return {
    change,
    name: knownText(name) ?? "",
    ...(id === undefined || id === "" ? {} : { id }),
    tasks: [...(knownList(tasks) as readonly Task[])],
    triggers: triggersOf(triggers),
  };
}

/** Lists only: a secret, or what is not known yet, is a string instead. */
function triggersOf(triggers: unknown): Triggers {
  const lists = Object.entries(knownRecord(triggers)).filter(([, list]) => Array.isArray(list));
  return JSON.parse(
    JSON.stringify(Object.fromEntries(lists)).replaceAll(unknown, "(known after the update)"),
  ) as Triggers;
}

/** How the engine writes a text that is not known yet (pulumi `sdk/go/common/resource/plugin`). */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function parse(line: string): Readonly<Record<string, unknown>> {
  try {
    return knownRecord(JSON.parse(line));
  } catch {
    return {};
  }
}
