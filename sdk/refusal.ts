import * as pulumi from "@pulumi/pulumi";
import { providerText } from "../provider/hosts/dynamic/provider-text.ts";
import { hostOptions, typeOf } from "./host.ts";
import { currentRun, onceForEachRun } from "./program-run.ts";
import type { Finding } from "./shared-failures.ts";
import { withoutRepetition } from "./shared-failures.ts";
import { validationMessage } from "./validation-error.ts";

/*
 * In an update the mistakes of a program travel to the provider's check, which refuses the resource with them: the
 * engine itself has to fail at it. A program that only ends without the resource may look like one that has it no longer,
 * and the engine deletes what a program has no longer.
 */

/** What failed in one run of a program. */
interface Failures {
  readonly failed: Finding[];
  /** Questions to the account that are under way. */
  readonly asking: Set<Promise<unknown>>;
}

const failuresOfThisRun = onceForEachRun("failures", (): Failures => ({ failed: [], asking: new Set() }));

/** Lets the error about another question to the account wait for this one, so that both are told. */
export function noteQuestion<Answer>(question: Promise<Answer>): Promise<Answer> {
  const { asking } = failuresOfThisRun();
  const end = (): void => void asking.delete(question);
  asking.add(question);
  question.then(end, end);
  return question;
}

/**
 * What the check of a resource refuses it with, in an update; undefined where nothing is wrong.
 *
 * @param checked the mistakes of all that is declared with it, a line each
 * @param failed its inputs that failed
 */
export async function refusalOf(
  checked: Promise<readonly string[]>,
  failed: Promise<readonly Finding[]>,
): Promise<string | undefined> {
  const mistakes = await checked;
  if (mistakes.length > 0) return validationMessage(mistakes);
  const own = await failed;
  if (own.length === 0) return undefined;
  const run = failuresOfThisRun();
  run.failed.push(...own);
  await Promise.allSettled(run.asking);
  // What has just failed elsewhere is noted first.
  await new Promise(setImmediate);
  return validationMessage(withoutRepetition(run.failed));
}

/**
 * Fails the run of an inline program where no resource of its own can be refused.
 *
 * @param problems a line each
 */
export function failRun(problems: readonly string[]): void {
  const message = validationMessage(problems);
  if (currentRun().isPreview) void pulumi.log.error(message);
  else new Refused(message);
}

/** A resource that never comes to be: its check refuses it. */
class Refused extends pulumi.CustomResource {
  constructor(message: string) {
    const inputs = { __provider: providerText, __context: { refusal: message } };
    super(typeOf("Pipeline"), "mistakes", inputs, hostOptions("Pipeline", {}));
  }
}
