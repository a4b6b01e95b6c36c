import type { Change } from "../under-test/type-under-test.ts";
import type { Parcel } from "./depot.ts";

/** A parcel as it is kept. */
interface Kept extends Parcel {
  readonly region: string;
}

/** The parcels of a depot; what was changed a moment ago may not show yet. */
export interface Shelf {
  readonly parcels: () => readonly Kept[];
  /** As reads and lists show them. */
  readonly shown: () => readonly Kept[];
  /** Whether a parcel has the name, or one that is gone and still shows. */
  readonly isTaken: (name: string) => boolean;
  readonly showLate: (milliseconds: number) => void;
  readonly make: (name: string, label: string, region: string) => void;
  readonly put: (parcel: Kept, change: Change) => void;
  readonly remove: (key: string) => void;
  readonly inside: (key: string) => Kept;
}

/** What a parcel goes by: its number, or its name where there are no numbers. */
export const keyOf = ({ id, name }: Pick<Parcel, "id" | "name">): string => String(id ?? name);

/**
 * @param isNumbered whether parcels get numbers
 * @param now milliseconds since the epoch
 */
export function createShelf(isNumbered: boolean, now: () => number): Shelf {
  const parcels = new Map<string, Kept>();
  /** What stood under a key before each change, the oldest first. */
  const changes: { showsAt: number; key: string; before: Kept | undefined }[] = [];
  let delayMs = 0;
  let made = 0;

  const set = (key: string, parcel: Kept | undefined): void => {
    changes.push({ showsAt: now() + delayMs, key, before: parcels.get(key) });
    if (parcel === undefined) parcels.delete(key);
    else parcels.set(key, parcel);
  };
  const shownByKey = (): Map<string, Kept> => {
    const shown = new Map(parcels);
    for (const { key, before } of changes.filter(({ showsAt }) => showsAt > now()).reverse()) {
      if (before === undefined) shown.delete(key);
      else shown.set(key, before);
    }
    return shown;
  };
  const put = (parcel: Kept): void => set(keyOf(parcel), parcel);

  return {
    parcels: () => [...parcels.values()],
    shown: () => [...shownByKey().values()],
    isTaken: (name) => [...parcels.values(), ...shownByKey().values()].some((parcel) => parcel.name === name),
    showLate: (milliseconds) => void (delayMs = milliseconds),
    make: (name, label, region) => {
      made += 1;
      put({ ...(isNumbered && { id: made }), name, label, barcode: `B${String(made)}`, region });
    },
    put: (parcel, { name = parcel.name, text = parcel.label, isRelabelled = false }) =>
      put({ ...parcel, name, label: text, barcode: `${isRelabelled ? "X" : ""}${parcel.barcode}` }),
    remove: (key) => set(key, undefined),
    inside: (key) => parcels.get(key)!,
  };
}
