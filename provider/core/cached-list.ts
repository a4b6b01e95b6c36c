import type { CallOptions } from "./http/index.ts";
import { identityOf, type ListReader } from "./http/list-reader.ts";

/** The moment at which something was asked for; a list that was begun after it shows what was there then. */
export interface Moment {
  /** How many readings had begun. */
  readonly readings: number;
  /** How old a reading may be all the same, in milliseconds: in a preview nothing is made meanwhile. */
  readonly toleranceMs: number;
}

/** What there was to look into; another object after each page that comes. */
export type View = object | undefined;

/** A list of the account, read once for a command, and again where something is missing from it. */
export interface CachedList<Item> {
  now(toleranceMs?: number): Moment;
  /** What there is to look into now: taken before the entries, it tells afterwards whether there is more. */
  view(): View;
  /** What was read so far; reads when nothing was, with `since` also when nothing was since then. */
  entries(options?: CallOptions, since?: Moment): Promise<readonly Item[]>;
  /** The same for the whole list. */
  all(options?: CallOptions, since?: Moment): Promise<readonly Item[]>;
  /**
   * Reads on, when something is missing: the next page, or the list anew when its reading began before the miss. Of a
   * list in pages two readings have to agree: when an entry goes between two pages, the one that follows it moves from
   * the page that is still to come to the one that was read.
   *
   * @param seen what was looked into: others may have read on since
   * @returns false when that was the whole list, and recent: what is missing from it is not there
   */
  extend(miss: Moment, seen: View, options?: CallOptions): Promise<boolean>;
}

/** Before everything: any reading is recent enough. */
const ever: Moment = { readings: -1, toleranceMs: 0 };

interface Reading<Item> {
  readonly number: number;
  readonly startedAt: number;
  readonly reader: ListReader<Item>;
  /** Settled when there is something to look into. */
  readonly first: Promise<void>;
  /** An earlier one, in pages, which this one has to agree with. */
  readonly confirms: Reading<Item> | undefined;
  isUnderWay: boolean;
  isPaged: boolean;
}

/** A list that differs in each of so many readings changes all the time: the last one is believed. */
const mostReadings = 4;

/**
 * Keeps a list. A reading that fails is forgotten, unless a newer one has begun.
 *
 * @param open a reader of the list as it will be from now on
 * @param clock milliseconds since the epoch
 */
export function createCachedList<Item>(open: () => ListReader<Item>, clock: () => number): CachedList<Item> {
  let current: Reading<Item> | undefined;
  let queued: Promise<Reading<Item>> | undefined;
  let readings = 0;

  function begin(options: CallOptions | undefined, confirms?: Reading<Item>): Reading<Item> {
    readings += 1;
    const reader = open();
    const first = reader.readPage(options);
    const times = { number: readings, startedAt: clock() };
    const reading: Reading<Item> = { ...times, reader, first, confirms, isUnderWay: true, isPaged: false };
    current = reading;
    const end = (): void => {
      reading.isUnderWay = false;
      reading.isPaged = !reader.isComplete();
    };
    first.then(end, () => {
      end();
      if (current === reading) current = undefined;
    });
    return reading;
  }

  const isRecent = ({ number, startedAt }: Reading<Item>, { readings: before, toleranceMs }: Moment): boolean =>
    number > before || (toleranceMs > 0 && clock() - startedAt <= toleranceMs);

  /** Whether a whole reading can have lost nothing between two of its pages. */
  function isConfirmed(reading: Reading<Item>, miss: Moment): boolean {
    if (!reading.isPaged) return true;
    let count = 1;
    for (let { confirms } = reading; confirms !== undefined && isRecent(confirms, miss); { confirms } = confirms) {
      if (++count === mostReadings || sameEntries(confirms.reader.entries(), reading.reader.entries())) return true;
    }
    return false;
  }

  /** A reading that began after a moment; all who ask while one is under way share the one after it. */
  async function since(moment: Moment, options: CallOptions | undefined): Promise<Reading<Item>> {
    const latest = current;
    if (latest !== undefined && isRecent(latest, moment)) return latest;
    if (latest?.isUnderWay !== true) return begin(options);
    queued ??= Promise.allSettled([latest.first]).then(() => {
      queued = undefined;
      return begin(options);
    });
    return queued;
  }

  const list: CachedList<Item> = {
    now: (toleranceMs = 0) => ({ readings, toleranceMs }),
    view: () => current?.reader.entries(),
    entries: async (options, moment = ever) => {
      const { reader, first } = await since(moment, options);
      await first;
      return reader.entries();
    },
    all: async (options, moment = ever) => {
      const { reader, first } = await since(moment, options);
      await first;
      return reader.readAll(options);
    },
    extend: async (miss, seen, options) => {
      const reading = current;
      await reading?.first;
      if (list.view() !== seen) return true;
      if (reading?.reader.isComplete() === false) {
        await reading.reader.readPage(options);
        return true;
      }
      const isBelieved = reading !== undefined && isRecent(reading, miss);
      if (isBelieved && isConfirmed(reading, miss)) return false;
      await (isBelieved ? begin(options, reading) : await since(miss, options)).first;
      return true;
    },
  };
  return list;
}

/** Whether two readings show the same things. */
function sameEntries(one: readonly unknown[], other: readonly unknown[]): boolean {
  const keys = new Set(one.map(identityOf));
  return keys.size === other.length && other.every((entry) => keys.has(identityOf(entry)));
}

/** What was found in a list, and what the list holds, for those who have to say what there is instead. */
export interface Search<Item> {
  readonly hits: readonly Item[];
  readonly entries: readonly Item[];
}

/** How something is looked for. */
export interface SearchOptions {
  readonly options?: CallOptions;
  /** How old a list may be that lacks it, in milliseconds; 0 unless given. */
  readonly toleranceMs?: number;
  /** Whether not even a hit is believed of what was read earlier. */
  readonly isFresh?: boolean;
}

/**
 * Looks for something in a list. A hit is believed of what was read earlier; a miss only of a whole list that was read
 * after it: what is looked for may have been made a moment ago.
 *
 * @example const { hits } = await search(lists.buildProjects, ({ name }) => name === "shop-api");
 */
export async function search<Item>(
  list: CachedList<Item>,
  fits: (item: Item) => boolean,
  { options, toleranceMs, isFresh = false }: SearchOptions = {},
): Promise<Search<Item>> {
  const miss = list.now(toleranceMs);
  if (isFresh) await list.entries(options, miss);
  for (;;) {
    const seen = list.view();
    const entries = await list.entries(options);
    const hits = entries.filter(fits);
    if (hits.length > 0 || !(await list.extend(miss, seen, options))) return { hits, entries };
  }
}
