import * as pulumi from "@pulumi/pulumi";
import type { Named } from "../../provider/core/validation/nearest.ts";
import { secretMask } from "../../provider/core/validation/mask-secrets.ts";
import type { CachedList, SourcePipelineAccount } from "../../provider/hosts/dynamic/runtime.ts";
import type { Settings } from "../../provider/config/settings.ts";
import { hasUnknown } from "../../provider/core/validation/unknown.ts";
import { checkRun } from "../check-run.ts";
import { comesFromResources, isPending, secretPaths } from "../pending.ts";
import { keepOpen } from "../preview-problems.ts";
import { currentRun } from "../program-run.ts";
import { settingsFrom } from "../provider.ts";
import { runError, shownByMessage } from "../run-error.ts";
import { askMocks, askMocksForOutput } from "./ask-mocks.ts";
import { checkArguments } from "./check-arguments.ts";
import type { FunctionName } from "./function-forms.ts";
import { isList, unknownResult } from "./function-forms.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";

/** The account that a look-up asks. */
interface Account extends SourcePipelineAccount {
  /** How long a look-up may take. */
  readonly options: { readonly deadlineMs: number };
  /**
   * The entry of a name; fails with the nearest names, or with `ifEmpty` where there are none at all. A miss is believed
   * only of a list that was read after it.
   */
  readonly find: <Item extends Named>(
    list: CachedList<Item>,
    name: string,
    kind: string,
    within?: string,
    ifEmpty?: string,
  ) => Promise<Item>;
  /** A whole list: in a preview as it was read once, in an update, where things are made, as it is now. */
  readonly read: <Item>(list: CachedList<Item>) => Promise<readonly Item[]>;
}

/** What a look-up asks for. */
export type Ask<Args, Result> = (account: Account, args: Args) => Promise<Result>;

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
        : run(name, ask, settings as Settings, values as Args, isMade).catch(withoutSecrets(values, secrets)),
    );
  // What comes from the service has no outputs inside, which the general type of apply cannot know.
  return result as unknown as pulumi.Output<Result>;
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

/** How long a look-up may take, in milliseconds. */
const deadlineMs = 120_000;

/** How old a list may be that lacks a name, in a preview, where nothing is made meanwhile; in milliseconds. */
const previewToleranceMs = 5_000;

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
  const { connect, search, findByName } = await import("../../provider/hosts/dynamic/runtime.ts");
  const options = { deadlineMs };
  try {
    checkArguments(name, args);
    const { client, lists } = connect(settings, host === "none" ? undefined : key);
    const account: Account = {
      client,
      lists,
      options,
      find: async (list, wanted, kind, within, ifEmpty) => {
        const toleranceMs = isPreview ? previewToleranceMs : 0;
        const isFresh = isMade && !isPreview;
        const fits = (item: Named): boolean => item.name === wanted;
        const { hits, entries } = await search(list, fits, { options, toleranceMs, isFresh });
        return findByName(hits.length > 0 ? hits : entries, wanted, kind, within, ifEmpty);
      },
      read: (list) => list.all(options, isPreview ? undefined : list.now()),
    };
    // Programs without types may give nothing.
    return await ask(account, args ?? ({} as Args));
  } catch (error) {
    // An empty stack marks an error whose message says it all.
    throw error instanceof Error && error.stack === "" ? shownByMessage(error) : error;
  }
}

async function known(settings: pulumi.Output<Settings>): Promise<Settings> {
  const output = settings as unknown as { promise: () => Promise<Settings>; isKnown: Promise<boolean> };
  if (await output.isKnown) return output.promise();
  throw runError(
    "The settings of this provider are not known before an update. Use the form of the look-up that ends in Output.",
  );
}
