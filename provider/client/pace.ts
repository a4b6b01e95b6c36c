/** How fast requests may start, as the service's answers have taught. Plain data; the functions give a new one. */
export interface Pace {
  /** Starts per second; Infinity while the service never refused. */
  readonly rate: number;
  /** The rate at which the service refused last; Infinity before. */
  readonly ceiling: number;
  /** Nothing starts before this, in milliseconds since the epoch. */
  readonly pausedUntil: number;
  /** When the next request may start. */
  readonly nextStart: number;
  /** When the rate was lowered last. */
  readonly loweredAt: number;
  /** The starts of the last second. */
  readonly starts: readonly number[];
}

const unlimited = 50;
const slowest = 0.5;
const windowMs = 1_000;

/** The pace before the first answer: as fast as one likes. */
export const freePace: Pace = {
  rate: Infinity,
  ceiling: Infinity,
  pausedUntil: 0,
  nextStart: 0,
  loweredAt: -Infinity,
  starts: [],
};

/** Takes the next place in line: when the request may start. */
export function reserveStart(pace: Pace, now: number): { pace: Pace; startAt: number } {
  const startAt = Math.max(now, pace.pausedUntil, pace.nextStart);
  const starts = [...pace.starts.filter((start) => start > startAt - windowMs), startAt];
  return { startAt, pace: { ...pace, starts, nextStart: startAt + 1000 / pace.rate } };
}

/**
 * After a 429: everybody stops for a while, and then starts at 0.7 of the rate that was too fast. Requests that were
 * already under way when the rate was lowered say nothing new about it.
 *
 * @param throttled When the request started, now, and how long to stop, in milliseconds.
 */
export function slowDown(pace: Pace, throttled: { startedAt: number; now: number; pauseMs: number }): Pace {
  const { startedAt, now, pauseMs } = throttled;
  const pausedUntil = Math.max(pace.pausedUntil, now + pauseMs);
  if (startedAt <= pace.loweredAt) return { ...pace, pausedUntil };

  const measured = pace.starts.filter((start) => start > startedAt - windowMs && start <= now).length;
  const ceiling = Math.min(pace.rate, Math.max(measured, 1));
  return {
    ...pace,
    pausedUntil,
    loweredAt: now,
    ceiling,
    rate: Math.max(slowest, 0.7 * ceiling),
    nextStart: pausedUntil,
  };
}

/**
 * After a success the rate grows: by 5 %, but only by 0.5 % around the rate that was refused, and from 50 starts per
 * second on there is no limit any more.
 */
export function speedUp(pace: Pace, startedAt: number): Pace {
  if (pace.rate === Infinity || startedAt <= pace.loweredAt) return pace;
  const isNearCeiling = pace.rate > 0.9 * pace.ceiling && pace.rate < 1.5 * pace.ceiling;
  const rate = pace.rate * (isNearCeiling ? 1.005 : 1.05);
  return rate >= unlimited ? { ...freePace, loweredAt: pace.loweredAt, starts: pace.starts } : { ...pace, rate };
}
