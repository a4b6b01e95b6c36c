import * as pulumi from "@pulumi/pulumi";
import { secretMask } from "../../provider/core/validation/mask-secrets.ts";
import type { Settings } from "../../provider/config/settings.ts";
import { checkArguments } from "../../provider/services/sourcepipeline/functions/check-arguments.ts";
import type { Ask } from "../../provider/services/sourcepipeline/functions/lookup-account.ts";
import { hasUnknown } from "../../provider/core/validation/unknown.ts";
import { checkRun } from "../check-run.ts";
import { comesFromResources, isLater, isPending, secretPaths } from "../pending.ts";
import { keepOpen } from "../preview-problems.ts";
import { isTold, leaveUnhandled } from "../failed-inputs.ts";
import { currentRun, holdRun } from "../program-run.ts";
import { settingsFrom } from "../provider.ts";
import { failRun, noteQuestion } from "../refusal.ts";
import { runError, shownByMessage } from "../run-error.ts";
import { askMocks, askMocksForOutput } from "./ask-mocks.ts";
import type { FunctionName } from "../../provider/services/sourcepipeline/functions/function-arguments.ts";
import { isList, unknownResult } from "./function-forms.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";

/** Runs a look-up for a promise. */
export async function lookUp<Args extends object, Result>(
  name: FunctionName,
  ask: Ask<Args, Result>,
  args: Args,
  options?: LookupOptions,
): Promise<Result> {
  if (currentRun().host === "mocks") return askMocks(name, args, options);
  if (checkRun() === "offline") return undisclosed(name);
  const result = known(settingsFrom(options)).then((settings) =>
    isUndisclosed(settings) ? undisclosed<Result>(name) : run(name, ask, settings, args, false),
  );
  keepOpen(result);
  return result;
}

/**
 * Runs a look-up for an output, as soon as its arguments are known and what they come from exists: the name of a
 * repository that the same program is about to make is known in a preview, and cannot be found.
 */
export function lookUpOutput<Args, Result>(
  name: FunctionName,
  ask: Ask<Args, Result>,
  args: object,
  options: LookupOutputOptions = {},
): pulumi.Output<Result> {
  if (currentRun().host === "mocks") return askMocksForOutput(name, args, options);
  const { dependsOn } = options;
  const sources = Promise.all([
    isPending(args, { dependsOn }),
    comesFromResources([args, dependsOn]),
    secretPaths(args),
  ]);
  const result = pulumi
    .all([settingsFrom(options), args, sources])
    .apply(([settings, values, [pending, isMade, secrets]]): unknown =>
      pending || checkRun() === "offline" || isUndisclosed(settings)
        ? pulumi.unknown
        : noteQuestion(
            run(name, ask, settings as Settings, values as Args, isMade).catch(withoutSecrets(values, secrets)),
          ),
    );
  if (currentRun().isInline) holdRun(toldAtLast(result));
  // What comes from the service has no outputs inside, which the general type of apply cannot know.
  return result as unknown as pulumi.Output<Result>;
}

/** In a process with programs of others a failure that no resource of ours tells would fail all of them, or none. */
async function toldAtLast(result: pulumi.Output<unknown>): Promise<void> {
  leaveUnhandled(result);
  try {
    await promiseOf(result);
  } catch (error) {
    // Resources note first what failed among their inputs.
    await new Promise(setImmediate);
    if (!isTold(error)) failRun([`  ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Whether `sourcepipeline check` runs the program and does not know the keys: they are encrypted in the stack. */
const isUndisclosed = (settings: object): boolean => checkRun() !== undefined && hasUnknown(settings);

/** What a function returns to a program whose account is not asked. */
async function undisclosed<Result>(name: FunctionName): Promise<Result> {
  if (isList(name)) await pulumi.log.warn(`${name} returned an empty list: no account is asked.`);
  return unknownResult(name) as Result;
}

/** Fails with an error that quotes no argument which is known to be secret. */
const withoutSecrets =
  (args: unknown, paths: readonly string[]) =>
  (error: unknown): never => {
    if (error instanceof Error) error.message = secretMask(args, paths)(error.message);
    throw error;
  };

/** @param isMade whether this program makes what is looked up: then what was read before says nothing, hits included */
async function run<Args, Result>(
  name: FunctionName,
  ask: Ask<Args, Result>,
  settings: Settings,
  args: Args | undefined,
  isMade: boolean,
): Promise<Result> {
  const { key, host, isPreview } = currentRun();
  // Loaded here, so that a program without look-ups starts without the client.
  const { connect, lookupAccount } = await import("../../provider/hosts/dynamic/runtime.ts");
  try {
    checkArguments(name, args, isLater);
    const account = lookupAccount(connect(settings, host === "none" ? undefined : key), { isPreview, isMade });
    // Programs without types may give nothing.
    return await ask(account, args ?? ({} as Args));
  } catch (error) {
    // An empty stack marks an error whose message says it all.
    throw error instanceof Error && error.stack === "" ? shownByMessage(error) : error;
  }
}

const promiseOf = (output: pulumi.Output<unknown>): Promise<unknown> =>
  (output as unknown as { promise: () => Promise<unknown> }).promise();

async function known(settings: pulumi.Output<Settings>): Promise<Settings> {
  const output = settings as unknown as { promise: () => Promise<Settings>; isKnown: Promise<boolean> };
  if (await output.isKnown) return output.promise();
  throw runError(
    "The settings of this provider are not known before an update. Use the form of the look-up that ends in Output.",
  );
}

/** What is there only later. */
