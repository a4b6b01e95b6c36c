import pLimit, { type LimitFunction } from "p-limit";

/** The starts of one account in one process, so that none of them takes what another one began for its own. */
export interface Starts {
  /** Ids of the runs that were begun, found or joined here. */
  readonly known: Set<number>;
  /**
   * Does something about a pipeline when everything before it is done: while the response to one start is not there, the
   * run of another one could not be told from its own.
   */
  readonly inTurn: <Result>(pipelineId: number, work: () => Promise<Result>) => Promise<Result>;
}

export function createStarts(): Starts {
  const turns = new Map<number, LimitFunction>();
  return {
    known: new Set(),
    inTurn: (pipelineId, work) => {
      const turn = turns.get(pipelineId) ?? pLimit(1);
      turns.set(pipelineId, turn);
      return turn(work);
    },
  };
}
