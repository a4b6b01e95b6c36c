import { type CreateResult, PartialFailure, type PriorState } from "../../../../provider/core/resource/index.ts";
import type { Bench } from "../under-test/bench.ts";
import type { Call, Change, ServerUnderTest } from "../under-test/type-under-test.ts";

/** A resource that an earlier command made. */
export const existing = (bench: Bench): Promise<CreateResult> => bench.created(bench.process());

/** The ids of all resources that the service has. */
export const ids = ({ server }: Bench): string[] => server.resources().map(({ id }) => id);

/** How a message names "shop": with its id, unless that is the name. */
export const nameIn = ({ noun }: Bench, id: string): string => `${noun} "shop"${id === "shop" ? "" : ` (id ${id})`}`;

/** The same at the beginning of a sentence. */
export const titleIn = ({ Noun }: Bench, id: string): string => `${Noun} "shop"${id === "shop" ? "" : ` (id ${id})`}`;

/** The failure after which a resource exists, with what goes into the state. */
export function partialIn(failure: Error): PartialFailure & { readonly properties: PriorState } {
  if (failure instanceof PartialFailure) return failure as PartialFailure & { readonly properties: PriorState };
  throw new Error("The failure says of no resource that it exists.", { cause: failure });
}

/** The calls since the last time that change something. */
export const writes = (server: ServerUnderTest): Call[] =>
  server.calls().filter((call) => call !== "get" && call !== "list");

/** A resource of ours, and what the other account has under its id. */
export const withStranger = (change: Change) => async (bench: Bench) => {
  const made = await existing(bench);
  const other = await bench.otherServer();
  other.copy(bench.server, made.id, change);
  return { made, other };
};
