import type { PipelineInputs } from "../../services/sourcepipeline/pipeline/pipeline.ts";
import type { Problem } from "../validation/problem.ts";
import { checkReferences } from "../../services/sourcepipeline/pipeline/references/check-references.ts";
import { gatherLists } from "../../services/sourcepipeline/pipeline/references/gather-lists.ts";
import { missedLists } from "../../services/sourcepipeline/pipeline/references/missed-lists.ts";
import type { ListItem, ListRequest } from "../../services/sourcepipeline/pipeline/references/reference.ts";
import { checkTriggerCycles } from "../../services/sourcepipeline/pipeline/triggers/check-trigger-cycles.ts";
import type { CachedList, Moment, View } from "../cached-list.ts";
import { PipelineError } from "./errors.ts";
import { isOf } from "./gone.ts";
import { selectList } from "./lists.ts";
import type { NamedPipeline } from "./pipeline-names.ts";
import type { Ports } from "./ports.ts";
import type { Turn } from "./turn.ts";

/** How a pipeline is looked at in view of its account. */
export interface AccountCheck {
  readonly turn: Turn;
  /** Paths of what comes from resources that do not exist yet: it cannot be found, and that is no mistake. */
  readonly pending: readonly string[];
  /** How old a list may be that lacks something, in milliseconds. */
  readonly toleranceMs: number;
}

/**
 * Finds what is wrong with a pipeline in view of its account: what it refers to, and who starts it. What is missing
 * from a list is looked for again in a list that was read after the miss, page by page: it may have been made by this
 * very command. A list that cannot be read is a warning, except where the keys are refused: then nothing would work.
 */
export async function checkAccount(inputs: PipelineInputs, ports: Ports, check: AccountCheck): Promise<Problem[]> {
  if (ports.validation === "offline") return [];
  const { pending, turn } = check;
  const lists = createAccountLists(ports, check);
  for (;;) {
    const gathered = await gatherLists(inputs, lists.read);
    lists.throwIfEnded();
    const missed = missedLists(inputs, gathered, pending);
    const extended = await Promise.all(missed.map(lists.extend));
    if (extended.includes(true)) continue;
    return [...checkReferences(inputs, gathered, pending), ...(await cycles(inputs, ports, turn))];
  }
}

/** The lists of an account as one check sees them. */
function createAccountLists({ lists, memory }: Ports, { turn, toleranceMs }: AccountCheck) {
  const moments = new Map<CachedList<unknown>, Moment>();
  const views = new Map<CachedList<unknown>, View>();
  let refused: Error | undefined;

  const attempt = async <Result>(list: object, action: () => Promise<Result>): Promise<Result> => {
    const failed = memory.failures.get(list);
    if (failed !== undefined) throw failed;
    try {
      return await action();
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      if (isOf(failure, "authentication")) refused ??= failure;
      if (!turn.interrupted()) memory.failures.set(list, failure);
      throw failure;
    }
  };

  return {
    read: async (request: ListRequest): Promise<readonly ListItem[]> => {
      const list = selectList(lists, request);
      moments.set(list, moments.get(list) ?? list.now(toleranceMs));
      views.set(list, list.view());
      const entries = await attempt(list, () => list.entries(turn.options()));
      return entries.map((entry) => (typeof entry === "string" ? { name: entry } : entry));
    },
    extend: async (request: ListRequest): Promise<boolean> => {
      const list = selectList(lists, request);
      const moment = moments.get(list) ?? list.now(toleranceMs);
      // After a failure the list is read as one that cannot be read: what it lacks is then no mistake.
      return attempt(list, () => list.extend(moment, views.get(list), turn.options())).catch(() => true);
    },
    throwIfEnded: (): void => {
      if (refused !== undefined) throw refused;
      if (turn.interrupted()) throw new PipelineError("The check was interrupted. Run the command again.");
    },
  };
}

/** Circles of pipelines that start each other, told at the pipeline that closes the circle. */
async function cycles(inputs: PipelineInputs, { lists, memory }: Ports, turn: Turn): Promise<Problem[]> {
  if ((inputs.triggers?.pipelines ?? []).length === 0) return [];
  const names = new Set([inputs.name, ...memory.declared.keys()]);
  const ids = await idsOf(names, lists.pipelines, turn).catch(() => new Map<string, number>());

  const own = { name: inputs.name, id: ids.get(inputs.name), inputs };
  // With its id, a pipeline of the program need not be asked for, and what the program says of it counts.
  const others = [...memory.declared.values()]
    .filter(({ name }) => name !== inputs.name)
    .map((other) => ({ ...other, id: ids.get(other.name) }));
  const found = await checkTriggerCycles([own, ...others], (id) => memory.pipeline(id, turn.options()));
  return found.filter(({ pipeline }) => pipeline === 0).map(({ problem }) => problem);
}

/** The ids of some names; further pages are read only while one of the names is missing. */
async function idsOf(names: ReadonlySet<string>, list: CachedList<NamedPipeline>, turn: Turn) {
  const read = new Map((await list.entries(turn.options())).map(({ name, id }) => [name, id]));
  if ([...names].every((name) => read.has(name))) return read;
  return new Map((await list.all(turn.options())).map(({ name, id }) => [name, id]));
}
