import type { ProviderProcess } from "../../../../scripts/chaos/start-process.ts";
import type { Bench } from "./bench.ts";
import type { Call, Fault, Trait } from "./type-under-test.ts";

/** One row of the table: what is set up, which fault, which verb, and what must hold afterwards. */
interface Row<Given, Result> {
  readonly title: string;
  /** For types that have all of these, or lack it (`{ lacks: "update" }`). */
  readonly needs?: readonly Trait[];
  readonly lacks?: Trait;
  /** What is set up, on a service without faults. The process is the one that the verb is called in. */
  readonly given?: (bench: Bench, process: ProviderProcess) => Promise<Given> | Given;
  readonly fault?: Fault | ((bench: Bench) => Fault);
  readonly verb: (bench: Bench, process: ProviderProcess, given: Given) => Promise<Result>;
  readonly holds: (after: After<Given, Result>, bench: Bench) => unknown;
}

/** What became of the verb. */
interface After<Given, Result> {
  readonly given: Given;
  readonly process: ProviderProcess;
  /** What the verb returned. @throws the failure of one that failed */
  readonly result: () => Result;
  /** With which failure for users it ended. @throws Error when it did not, or with one that has a stack */
  readonly failure: () => Error;
  readonly message: () => string;
  /** What the service was asked for. */
  readonly calls: readonly Call[];
  /** How long it took, in milliseconds of virtual time. */
  readonly elapsedMs: number;
}

/** A row without its types. */
export interface Scenario {
  readonly title: string;
  readonly needs: readonly Trait[];
  readonly lacks: Trait | undefined;
  readonly hangs: boolean;
  readonly run: (bench: Bench) => Promise<void>;
}

export function scenario<Given, Result>(row: Row<Given, Result>): Scenario {
  const { title, needs = [], lacks, fault } = row;
  const hangs = typeof fault === "object" && fault.kind === "hang";
  return {
    title,
    needs,
    lacks,
    hangs,
    run: async (bench) => {
      const process = bench.process();
      const given = (await row.given?.(bench, process)) as Given;
      if (fault !== undefined) bench.server.fault(typeof fault === "function" ? fault(bench) : fault);
      bench.server.calls();
      const startedAt = bench.time.now();
      const outcome = await outcomeOf(row.verb(bench, process, given));
      const elapsedMs = bench.time.now() - startedAt;
      const failure = () => failureIn(outcome);
      const message = () => failure().message;
      const calls = bench.server.calls();
      await row.holds({ given, process, result: () => resultIn(outcome), failure, message, calls, elapsedMs }, bench);
    },
  };
}

type Outcome<Result> = { readonly value: Result } | { readonly error: unknown };

const outcomeOf = <Result>(verb: Promise<Result>): Promise<Outcome<Result>> =>
  verb.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

function resultIn<Result>(outcome: Outcome<Result>): Result {
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}

function failureIn(outcome: Outcome<unknown>): Error {
  if ("error" in outcome && outcome.error instanceof Error && outcome.error.stack === "") return outcome.error;
  throw new Error(`There was no failure for users, but ${JSON.stringify(outcome)}.`, { cause: outcome });
}

/** The failure for users that a verb ends with. */
export const failureOf = async (verb: Promise<unknown>): Promise<Error> => failureIn(await outcomeOf(verb));

/** Its message. */
export const messageOf = async (verb: Promise<unknown>): Promise<string> => (await failureOf(verb)).message;
