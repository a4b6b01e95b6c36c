import type { Command } from "commander";
import { isoTime } from "../../provider/services/sourcepipeline/pipeline-run/run.ts";
import { classifyStatus } from "../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";
import { type AccountFlags, accountSettings } from "../account/account-options.ts";
import { type Account, accountAt, configurationOf } from "../account/connect-account.ts";
import { findPipeline } from "../run/find-pipeline.ts";

/** Something that a word can become. */
export interface Candidate {
  readonly word: string;
  /** What a shell shows beside it. */
  readonly description?: string | undefined;
}

/** Runs that are offered, the newest first. */
const offeredRuns = 20;

/** What stands for a pipeline or a run in the shell as it is; what does not is not offered. */
const plainName = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;

/**
 * What an operand of a command can be: a word of a list, or the name of something in the account.
 *
 * @param operands those before it
 * @throws whatever reading the account throws
 */
export async function completeOperand(command: Command, operands: readonly string[]): Promise<readonly Candidate[]> {
  const { registeredArguments: known } = command;
  const last = known.at(-1);
  const argument = known[operands.length] ?? (last?.variadic === true ? last : undefined);
  if (argument === undefined) return [];
  if (argument.argChoices !== undefined) return argument.argChoices.map((word) => ({ word }));
  return (await fromAccount[argument.name()]?.(() => accountOf(command), operands)) ?? [];
}

type FromAccount = (account: () => Promise<Account>, operands: readonly string[]) => Promise<Candidate[]>;

/** What stands in an account, by the names that the arguments of all commands have. */
const fromAccount: Readonly<Record<string, FromAccount>> = {
  pipeline: async (account) => pipelineNames(await account()),
  names: async (account, operands) =>
    (await pipelineNames(await account())).filter(({ word }) => !operands.includes(word)),
  run: async (account, [pipeline = ""]) => runIds(await account(), pipeline),
};

/** The account that the options so far lead to. */
async function accountOf(command: Command): Promise<Account> {
  return accountAt(configurationOf(await accountSettings(command.opts<AccountFlags>())));
}

async function pipelineNames({ lists }: Account): Promise<Candidate[]> {
  const pipelines = await lists.pipelines.all();
  return pipelines
    .filter(({ name }) => plainName.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, id }) => ({ word: name, description: `id ${id}` }));
}

async function runIds(account: Account, pipeline: string): Promise<Candidate[]> {
  const { id: projectId } = await findPipeline(account, pipeline);
  const { historyList } = await account.client.getProjectHistories({ projectId });
  return historyList
    .toSorted((one, other) => other.id - one.id)
    .slice(0, offeredRuns)
    .map(({ id, status, begin }) => ({
      word: String(id),
      description: [classifyStatus(status), isoTime(begin)].filter((part) => part !== undefined).join(", "),
    }));
}
