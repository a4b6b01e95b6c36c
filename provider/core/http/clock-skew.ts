import { describeOffset, notableClockOffset } from "./describe-failure.ts";
import type { Failure } from "./failure.ts";

/** The service's clock, as far as it is known: this machine's, corrected once the service has refused its time. */
export interface ServiceClock {
  /** Milliseconds since the epoch, for timestamps. */
  readonly now: () => number;
  /** Learns from a failure that a wrong clock explains. */
  readonly learn: (failure: Failure) => void;
}

/**
 * Whether a failure is explained by a wrong clock: the service did not accept who we are, its `Date` is a minute or
 * more from our timestamp, and nothing was done. With a small difference the key is wrong, and no clock will help.
 *
 * @example isClockSkew({ category: "authentication", reason: "answered", effect: "none", clockOffsetMs: 360_000 }) // true
 */
export function isClockSkew({ category, effect, clockOffsetMs = 0 }: Failure): boolean {
  return category === "authentication" && effect === "none" && Math.abs(clockOffsetMs) >= notableClockOffset;
}

/**
 * A clock that starts as this machine's, and is the service's after the first correction.
 *
 * @param now This machine's clock, in milliseconds since the epoch.
 * @param warn Told of each correction, with the offset.
 */
export function createServiceClock(now: () => number, warn: (message: string) => void): ServiceClock {
  let offset = 0;
  return {
    now: () => now() + offset,
    learn: ({ serviceTime }) => {
      if (serviceTime === undefined) return;
      const measured = serviceTime - now();
      // Of several requests that were refused at the same time, the first one has corrected the clock already.
      if (Math.abs(measured - offset) < notableClockOffset) return;
      if (Math.abs(measured) < notableClockOffset) {
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
