import { type CachedList, search } from "../../../core/cached-list.ts";
import { lookUpMs, previewToleranceMs } from "../../../core/resource/look-up-times.ts";
import { findByName } from "../../../core/validation/find-by-name.ts";
import type { Named } from "../../../core/validation/nearest.ts";
import type { SourcePipelineAccount } from "../account.ts";

/** The account that a function asks. */
export interface LookupAccount extends SourcePipelineAccount {
  /** How long a function may take. */
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

/** What a function asks for. */
export type Ask<Args, Result> = (account: LookupAccount, args: Args) => Promise<Result>;

/** When a function asks. */
interface Asking {
  readonly isPreview: boolean;
  /** Whether this program makes what is looked up: then what was read before says nothing, hits included. */
  readonly isMade: boolean;
}

/** An account as functions ask it. */
export function lookupAccount({ client, lists }: SourcePipelineAccount, { isPreview, isMade }: Asking): LookupAccount {
  const options = { deadlineMs: lookUpMs };
  return {
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
}
