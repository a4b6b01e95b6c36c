import pLimit from "p-limit";
import * as core from "../../../provider/core/resource/index.ts";
import type { Host } from "../../../provider/core/session.ts";
import type { MadeSpec, ProviderName } from "../programs/program.ts";
import type { RunLedger } from "../runs/run-ledger.ts";

/** The provider of what pipelines name: its steps are done at once, and never fail. */
export interface Makers {
  /** @returns the id of what was made */
  readonly make: (spec: MadeSpec) => number;
  readonly unmake: (spec: MadeSpec) => void;
}

/** How a command runs. */
export interface Command {
  readonly hostOf: (provider: ProviderName) => Host;
  readonly makers: Makers;
  /** How many resources are worked on at once. */
  readonly parallel: number;
  /** Goes on although something has failed. */
  readonly continueOnError?: boolean;
  /** No further step begins. */
  readonly isStopped?: () => boolean;
  /** Killed: what comes back now reaches no state any more. */
  readonly isKilled?: () => boolean;
  /** A run has reached the state. */
  readonly claimRun?: RunLedger["claim"];
}

export type PipelineStep = "create" | "update" | "replace" | "delete" | "same" | "refresh" | "gone";
type StepKind = PipelineStep | `${PipelineStep} run`;

/** `broken`: the provider gave the engine something that it cannot take. */
type FailureKind = "failure" | "partial failure" | "broken";

/** One failure of a command. */
export interface Failure {
  readonly resource: string;
  readonly message: string;
  readonly kind: FailureKind;
}

/** What a command did. */
export interface Outcome {
  readonly steps: {
    readonly kind: StepKind;
    readonly resource: string;
    readonly id?: string;
    readonly provider?: ProviderName;
  }[];
  readonly failures: Failure[];
}

/** What check found; not the provider's own error, but as good as one. */
export class CheckError extends Error {
  override stack = "";
}

/** How steps depend on each other. */
export interface Order<Item> {
  /** Tells the items apart. */
  readonly keyOf: (item: Item) => string;
  /** Keys of the items that come before one. */
  readonly before: (item: Item) => readonly string[];
  /** Name of the resource, where it is not the key. */
  readonly resourceOf?: (item: Item) => string;
}

/**
 * Runs steps side by side, each after those before it. The first failure ends the command with the steps that are under
 * way; with `continueOnError` it only ends what comes after it.
 */
export async function runInOrder<Item>(
  items: readonly Item[],
  { keyOf, before, resourceOf = keyOf }: Order<Item>,
  { parallel, isStopped, continueOnError = false }: Command,
  { failures }: Outcome,
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const slots = pLimit(parallel);
  const results = new Map<string, Promise<boolean>>();
  const attempt = async (item: Item): Promise<boolean> => {
    if (isStopped?.() === true || (failures.length > 0 && !continueOnError)) return false;
    try {
      await run(item);
      return true;
    } catch (error) {
      failures.push({ resource: resourceOf(item), message: core.messageOf(error), kind: kindOf(error) });
      return false;
    }
  };
  const start = (item: Item): Promise<boolean> => {
    const key = keyOf(item);
    const started = results.get(key);
    if (started !== undefined) return started;
    const earlier = items.filter((other) => before(item).includes(keyOf(other)));
    const result = Promise.resolve()
      .then(() => Promise.all(earlier.map(start)))
      .then((done) => (done.every(Boolean) ? slots(() => attempt(item)) : false));
    results.set(key, result);
    return result;
  };
  await Promise.all(items.map(start));
}

const kindOf = (error: unknown): FailureKind => {
  if (error instanceof core.PartialFailure) return "partial failure";
  return error instanceof Error && error.stack === "" ? "failure" : "broken";
};
