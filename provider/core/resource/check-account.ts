import type { CachedList, Moment, View } from "../cached-list.ts";
import type { Host } from "../session.ts";
import { isOf, ResourceError } from "./errors.ts";
import { lookUpMs, previewToleranceMs } from "./look-up-times.ts";
import { createOperationContext } from "./operation-context.ts";
import type { CheckRequest } from "./request.ts";
import type { CheckFacts, ReferringType } from "./resource-type.ts";
import type { Problem } from "../validation/problem.ts";
import { explainGone } from "../validation/references/explain-gone.ts";
import { findSubjects } from "../validation/references/find-subjects.ts";
import { gatherReferences, missedRequests } from "../validation/references/gather-references.ts";
import type { ListItem, ListRequest } from "../validation/references/reference.ts";

/** What the check of a request knows beside the inputs: it asks the configured location, in a time of its own. */
export const factsOf = ({ urn, pending, fromStack = {}, isPreview }: CheckRequest, host: Host): CheckFacts => ({
  context: createOperationContext(host.connect(), host, lookUpMs),
  urn,
  pending,
  fromStack,
  toleranceMs: isPreview ? previewToleranceMs : 0,
  hasShape: true,
});

/**
 * Finds what is wrong with a resource in view of its account: everything that it refers to is looked up. What is missing
 * from a list is looked for again in a list that was read after the miss, page by page: it may have been made by this
 * very command. A list that cannot be read is a warning, except where the keys are refused: then nothing would work.
 */
async function checkAccount<Program>(
  type: ReferringType<Program>,
  inputs: Program,
  facts: CheckFacts,
): Promise<readonly Problem[]> {
  const { session } = facts.context;
  const problems = session.validation === "offline" ? [] : await lookUp(type, inputs, facts);
  if (facts.hasShape) type.checked?.(inputs, session);
  return problems;
}

/**
 * What was found without the account, and what is wrong in view of it. A preview asks the account also about the parts
 * of inputs that have the right shape, when others have not: mistakes are reported together.
 *
 * @param found what is wrong with the inputs themselves
 */
export async function withAccountProblems<Program>(
  type: ReferringType<Program>,
  inputs: Program,
  found: readonly Problem[],
  facts: Omit<CheckFacts, "hasShape">,
  { isPreview }: { isPreview: boolean },
): Promise<Problem[]> {
  const hasShape = !found.some(({ code }) => type.rules[code]?.about === "shape");
  if (!hasShape && !isPreview) return [...found];
  const account = checkAccount(type, inputs, { ...facts, hasShape });
  // What is wrong with the shape is reported also where the account cannot be asked.
  return [...found, ...(await (hasShape ? account : account.catch(() => [])))];
}

async function lookUp<Program>(
  type: ReferringType<Program>,
  inputs: Program,
  facts: CheckFacts,
): Promise<readonly Problem[]> {
  const lists = createAccountLists(type, facts);
  const subjects = findSubjects(type.descriptor, inputs);
  for (;;) {
    const gathered = await gatherReferences(subjects, lists.read);
    lists.throwIfEnded();
    const extended = await Promise.all(missedRequests(gathered, facts.pending).map(lists.extend));
    if (extended.includes(true)) continue;
    return explainGone(await type.checkGathered(gathered, facts, inputs), gathered, facts.fromStack ?? {});
  }
}

/** Lists that could not be read: each is asked for once, however many resources need it. */
const createFailures = (): Map<object, Error> => new Map();

/** The lists of an account as one check sees them. */
function createAccountLists(type: ReferringType<never>, { context, toleranceMs }: CheckFacts) {
  const { session } = context;
  const failures = session.shared(createFailures);
  const moments = new Map<CachedList<unknown>, Moment>();
  const views = new Map<CachedList<unknown>, View>();
  let refused: Error | undefined;

  const attempt = async <Result>(list: object, action: () => Promise<Result>): Promise<Result> => {
    const failed = failures.get(list);
    if (failed !== undefined) throw failed;
    try {
      return await action();
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      if (isOf(failure, "authentication")) refused ??= failure;
      if (!context.interrupted()) failures.set(list, failure);
      throw failure;
    }
  };

  return {
    read: async (request: ListRequest): Promise<readonly ListItem[]> => {
      const list = type.listOf(session, request);
      moments.set(list, moments.get(list) ?? list.now(toleranceMs));
      views.set(list, list.view());
      const entries = await attempt(list, () => list.entries(context.options()));
      return entries.map((entry) => (typeof entry === "string" ? { name: entry } : entry));
    },
    extend: async (request: ListRequest): Promise<boolean> => {
      const list = type.listOf(session, request);
      const moment = moments.get(list) ?? list.now(toleranceMs);
      // After a failure the list is read as one that cannot be read: what it lacks is then no mistake.
      return attempt(list, () => list.extend(moment, views.get(list), context.options())).catch(() => true);
    },
    throwIfEnded: (): void => {
      if (refused !== undefined) throw refused;
      if (context.interrupted()) throw new ResourceError("The check was interrupted. Run the command again.");
    },
  };
}
