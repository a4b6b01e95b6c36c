import type { Failure } from "./failure.ts";

/** The service's clock, as far as it has been measured: this machine's, corrected once the service refused its time. */
export interface ServiceClock {
  /** Milliseconds since the epoch, for timestamps. */
  readonly now: () => number;
  /** Learns from a failure that a wrong clock explains. */
  readonly learn: (failure: Failure) => void;
}

/** From here on a difference between two clocks is worth a word: one minute, in milliseconds. */
const notableOffset = 60_000;

/**
 * Whether a failure is explained by a wrong clock: the service did not accept who we are, its `Date` is a minute or
 * more from our timestamp, and nothing was done. With a small difference the key is wrong, and no clock will help.
 *
 * @example isClockSkew({ category: "authentication", reason: "errorResponse", effect: "none", clockOffsetMs: 360_000 })
 */
export function isClockSkew({ category, effect, clockOffsetMs = 0 }: Failure): boolean {
  return category === "authentication" && effect === "none" && Math.abs(clockOffsetMs) >= notableOffset;
}

/**
 * A clock that starts as this machine's, and is the service's after the first correction.
 *
 * @param now This machine's clock, in milliseconds since the epoch.
 * @param warn Gets a warning about each correction, with the offset.
 */
export function createServiceClock(now: () => number, warn: (message: string) => void): ServiceClock {
  let offset = 0;
  return {
    now: () => now() + offset,
    learn: ({ serviceTime }) => {
      if (serviceTime === undefined) return;
      const measured = serviceTime - now();
      // Of several requests that were refused at the same time, the first one has corrected the clock already.
      if (Math.abs(measured - offset) < notableOffset) return;
      if (Math.abs(measured) < notableOffset) {
        offset = 0;
        warn("The service's clock agrees with this machine's again; requests are signed with this machine's time.");
        return;
      }
      offset = measured;
      warn(
        `The service's clock is ${describeOffset(offset)} this machine's; requests are signed with the service's time. Set the clock of this machine.`,
      );
    },
  };
}

/**
 * How far the service's clock is from this machine's, as the end of a message; empty when it is not far.
 *
 * @example describeClock(6 * 60_000) // "; the service's clock is 6 minutes ahead of this machine's: set the clock"
 */
export function describeClock(offset = 0): string {
  if (Math.abs(offset) < notableOffset) return "";
  return `; the service's clock is ${describeOffset(offset)} this machine's: set the clock`;
}

function describeOffset(offset: number): string {
  const seconds = Math.round(Math.abs(offset) / 1000);
  const amount = seconds < 120 ? `${String(seconds)} seconds` : `${String(Math.round(seconds / 60))} minutes`;
  return `${amount} ${offset > 0 ? "ahead of" : "behind"}`;
}
