import type { Session } from "../session.ts";
import { type Origin, originOf, type PriorState } from "./state.ts";

/** What a look at a resource showed, and whether that proves that its state and this process mean the same account. */
interface Sighting<Result> {
  readonly result: Result;
  readonly isProof: boolean;
}

/**
 * Which former origins (key and endpoint of a state) turned out to lead to the present account: a resource that was
 * written there was found here, with its content. Only then is another one of that origin that cannot be found gone,
 * and not just somebody else's.
 */
export interface ProvenOrigins {
  /** Looks at a resource of an origin; those who wait for a proof wait for looks under way. */
  witness<Result>(origin: string, look: () => Promise<Sighting<Result>>): Promise<Sighting<Result>>;
  /** Whether the origin's account is proven by now. */
  isProven(origin: string): boolean;
  /** Whether the origin's account is proven, once the looks under way have ended. */
  isSame(origin: string): Promise<boolean>;
}

export function createProvenOrigins(): ProvenOrigins {
  const proven = new Set<string>();
  const underWay = new Set<Promise<unknown>>();
  return {
    witness: async (origin, look) => {
      const looking = look();
      underWay.add(looking);
      try {
        const sighting = await looking;
        if (sighting.isProof) proven.add(origin);
        return sighting;
      } finally {
        underWay.delete(looking);
      }
    },
    isProven: (origin) => proven.has(origin),
    isSame: async (origin) => {
      // The engine reads many resources at once: the proof may be on its way.
      if (!proven.has(origin)) await Promise.allSettled(underWay);
      return proven.has(origin);
    },
  };
}

/** What of its origin changed since a state was written; what the state does not say did not change. */
export function movedParts(prior: PriorState, session: Session): (keyof Origin)[] {
  const present = originOf(session);
  return (["account", "endpoint"] as const).filter(
    (part) => prior[part] !== undefined && prior[part] !== present[part],
  );
}

/** The origin of a state as one text. */
export const originKey = ({ account = "", endpoint = "" }: PriorState): string => JSON.stringify([account, endpoint]);

/** Whether a state was certainly written at this endpoint; those of the first version do not say at which. */
export const isSameEndpoint = (prior: PriorState, moved: readonly (keyof Origin)[]): boolean =>
  prior.endpoint !== undefined && !moved.includes("endpoint");

/** What changed, in words: "at another endpoint". */
export const elsewhere = (moved: readonly (keyof Origin)[]): string =>
  moved.map((part) => ({ account: "under another access key", endpoint: "at another endpoint" })[part]).join(" and ");

/** What is in use, and what the state was written with. */
export function describeOrigins(prior: PriorState, session: Session): string {
  const { endpoint = "an unrecorded endpoint", account = "unrecorded" } = prior;
  return `In use: ${describeOrigin(session)}; the state was written at ${endpoint}, account ${account}.`;
}

/** An endpoint, a location and an account, in words; never a key. */
export function describeOrigin({
  endpoint,
  location,
  accessKeyFingerprint,
}: Pick<Session, "endpoint" | "location" | "accessKeyFingerprint">): string {
  return `${endpoint}, region ${location.region} (${location.platform}, ${location.site}), account ${accessKeyFingerprint}`;
}
