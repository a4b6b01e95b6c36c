import type {
  PipelineTrigger,
  RepositoryTrigger,
  ScheduleTrigger,
  Triggers,
} from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { describeTrigger } from "../describe-trigger.ts";
import type { Change } from "./drift-report.ts";

/** A change for people: what it is about, and the old and the new value where there are any. */
export interface DescribedChange {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Puts a change into words.
 *
 * @example describeChange({ property: "description", class: "description", origin: "pipeline", after: "Shop" })
 * // { what: "description", before: "", after: "\"Shop\"" }
 */
export function describeChange(change: Change): DescribedChange {
  const from = change.origin === "project" ? " (changed in the project that the task refers to)" : "";
  return {
    what: `${change.property}${from}`,
    before: valueText(change, change.before),
    after: valueText(change, change.after),
  };
}

function valueText({ class: kind, property }: Change, value: unknown): string {
  if (value === undefined) return "";
  if (kind === "trigger" && property.startsWith("triggers."))
    return describeTrigger(property.replace("triggers.", "") as keyof Triggers, value as AnyTrigger);
  return JSON.stringify(value);
}

type AnyTrigger = RepositoryTrigger & ScheduleTrigger & PipelineTrigger;
