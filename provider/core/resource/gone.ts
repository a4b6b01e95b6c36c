import type { Category } from "../http/error-codes.ts";
import { PipelineError } from "./errors.ts";
import { elsewhere, movedParts, originOf, origins } from "./identity.ts";
import type { Ports } from "./ports.ts";
import type { KnownState } from "./state.ts";
import type { Turn } from "./turn.ts";

/** Whether a failed call of the client is of a category. */
export const isOf = (error: unknown, category: Category): error is Error =>
  error instanceof Error && (error as { category?: Category }).category === category;

/** Whether a changing call may have had an effect although it failed. */
export const mayHaveHadAnEffect = (error: unknown): boolean =>
  error instanceof Error && (error as { effect?: string }).effect === "unknown";

/** Whether an error says that a pipeline is missing, which is not yet proof that it is gone. */
export const saysMissing = (error: unknown): boolean => isOf(error, "notFound");

/**
 * Whether a pipeline that the service calls missing is gone: only when the list of pipelines arrives and lacks its id.
 * A wrong endpoint says "not found" too, and must never look like a deletion.
 *
 * @throws PipelineError when the state was written under another access key or at another endpoint, which may be
 * another account's
 */
export async function isGone(id: number, known: KnownState, ports: Ports, turn: Turn): Promise<boolean> {
  const { pipelines } = ports.lists;
  const lacksId = (list: readonly { id: number }[]): boolean => list.every((pipeline) => pipeline.id !== id);
  const gone =
    lacksId(await pipelines.all(turn.options())) || lacksId(await pipelines.all(turn.options(), pipelines.now()));
  if (!gone || movedParts(known, ports).length === 0) return gone;
  if (await ports.accounts.isSame(originOf(known))) return true;
  throw new PipelineError(
    `Pipeline ${nameOf(known)}(id ${String(id)}) is not in this account, but the state was written ${elsewhere(movedParts(known, ports))}. ` +
      `${origins(known, ports)} Use what the state was written with. If it is the same account all the same and the ` +
      `pipeline was deleted, run "pulumi state delete" on its URN.`,
  );
}

const nameOf = ({ name }: KnownState): string => (name === undefined ? "" : `"${name}" `);
