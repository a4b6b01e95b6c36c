import type { ProjectResult } from "../../services/sourcepipeline/api/schemas/pipeline-result.ts";
import { keepSpelling } from "../../services/sourcepipeline/pipeline/keep-spelling.ts";
import { fromProject } from "../../services/sourcepipeline/pipeline/wire.ts";
import { findToAdopt } from "./adopt.ts";
import { changedProperties } from "./changed-properties.ts";
import { replacedBy } from "./diff.ts";
import { PipelineError } from "./errors.ts";
import { adoptionKey } from "./owners.ts";
import type { Ports } from "./ports.ts";
import type { CheckedInputs, KnownState } from "./state.ts";
import type { Turn } from "./turn.ts";

/**
 * What `adopt` means for a resource. Once a pipeline is managed, how it came to be means nothing any more; but what
 * replaces it is created, or taken over, as the program says, and an id that was taken over once is spent.
 */
export function adoptFor(
  known: KnownState,
  fresh: { name?: unknown; adopt?: unknown; urn?: string | undefined },
  { location, lists: { pipelines } }: Ports,
): CheckedInputs["adopt"] {
  if (known.name !== undefined && replacedBy(known, { ...location, name: fresh.name }).length === 0) return known.adopt;
  // For a replacement the engine checks twice, and the second time as if nothing had been there before.
  const { urn = "" } = fresh;
  if (typeof known.adopt === "string") pipelines.spend(Number(known.adopt), urn);
  const adopt = parseAdopt(fresh.adopt);
  return typeof adopt === "string" && pipelines.isSpent(Number(adopt), urn) ? undefined : adopt;
}

/**
 * Keeps a pipeline that was taken over from another resource alive: when the command that took it over failed
 * elsewhere, that resource is deleted by a later one.
 */
export function claimAdopted(known: KnownState, { adopt, name }: CheckedInputs, ports: Ports): void {
  if (adopt === undefined || adopt !== known.adopt) return;
  ports.lists.pipelines.claim(adopt === true ? { name } : { id: Number(adopt) });
  if (adopt !== true) ports.owners.take(adoptionKey(Number(adopt), ports), name);
}

/** The argument `adopt`: true, or the id of a pipeline. */
function parseAdopt(given: unknown): CheckedInputs["adopt"] {
  if (given === undefined || given === null || given === false) return undefined;
  if (given === true) return true;
  if (typeof given === "number" || (typeof given === "string" && /^\d+$/.test(given))) return String(given);
  throw new PipelineError('adopt: it is neither true nor the id of a pipeline. Give true, or an id such as "1234".');
}

/**
 * What the resource option `import` promises beside the taking over: that the program says what the pipeline is.
 *
 * @throws PipelineError that names the properties that differ
 */
export async function refuseOtherContent(inputs: CheckedInputs, ports: Ports, turn: Turn): Promise<void> {
  const found = await findToAdopt(inputs, ports, turn);
  if (!found) return;
  const changed = changesBy(inputs, found);
  if (changed.length === 0) return;
  const id = String(found.id);
  throw new PipelineError(
    `import: pipeline "${found.name}" (id ${id}) differs from the program in ${changed.join(", ")}. ` +
      `Change the program, or change the pipeline: the argument adopt: "${id}" instead of the option import takes it ` +
      "over and gives it the content of the program.",
  );
}

/** The properties that the program changes about a pipeline. */
function changesBy(inputs: CheckedInputs, found: ProjectResult): readonly string[] {
  const actual = fromProject(found, inputs);
  return changedProperties(keepSpelling(actual, inputs, { order: "fresh" }), actual);
}

/** Tells at preview which pipeline will be taken over, and what will change about it. */
export async function describeAdoption(
  inputs: CheckedInputs,
  ports: Ports,
  turn: Turn,
  urn: string | undefined,
): Promise<void> {
  const found = await findToAdopt(inputs, ports, turn);
  if (!found) return;
  const changed = changesBy(inputs, found);
  const effect = changed.length === 0 ? "It stays as it is." : `This changes: ${changed.join(", ")}.`;
  ports.report(
    "note",
    `Pipeline "${found.name}" (id ${String(found.id)}) will be taken over by this stack. ${effect}`,
    urn,
  );
}
