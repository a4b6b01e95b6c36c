import { keepSpelling } from "../model/keep-spelling.ts";
import { fromProject } from "../model/wire.ts";
import { findToAdopt } from "./adopt.ts";
import { changedProperties } from "./changed-properties.ts";
import { PipelineError } from "./errors.ts";
import type { Ports } from "./ports.ts";
import type { CheckedInputs } from "./state.ts";

/** The argument `adopt`: true, or the id of a pipeline. */
export function parseAdopt(given: unknown): CheckedInputs["adopt"] {
  if (given === undefined || given === null || given === false) return undefined;
  if (given === true) return true;
  if (typeof given === "number" || (typeof given === "string" && /^\d+$/.test(given))) return String(given);
  throw new PipelineError('adopt: it is neither true nor the id of a pipeline. Give true, or an id such as "1234".');
}

/** Tells at preview which pipeline will be taken over, and what will change about it. */
export async function describeAdoption(inputs: CheckedInputs, ports: Ports): Promise<void> {
  const found = await findToAdopt(inputs, ports, ports.begin());
  if (!found) return;
  const actual = fromProject(found, inputs);
  const changed = changedProperties(keepSpelling(actual, inputs, { order: "fresh" }), actual);
  const effect = changed.length === 0 ? "It stays as it is." : `This changes: ${changed.join(", ")}.`;
  ports.report(
    "warning",
    `Pipeline "${found.name}" (id ${String(found.id)}) will be taken over by this stack. ${effect}`,
  );
}
