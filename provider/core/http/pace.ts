/** How fast requests may start, as the service's responses have taught. Plain data; the functions give a new one. */
export interface Pace {
  /** Starts per second; Infinity while the service has not refused any. */
  readonly rate: number;
  /** The rate at which the service refused last; Infinity while it has not. */
  readonly ceiling: number;
  /** Nothing starts before this, in milliseconds since the epoch. */
  readonly pausedUntil: number;
  /** When the next request may start. */
  readonly nextStart: number;
  /** When the rate was lowered last. */
  readonly loweredAt: number;
  /** When the service accepted requests, in the last second. */
  readonly accepted: readonly number[];
}

/** From here on, in starts per second, there is nothing left to limit. */
const unlimited = 50;
const slowest = 0.5;

/** The least to assume of an unknown limit, in starts per second: somebody else may have used it up just now. */
const leastAtFirst = 3;

/** The pace before the first refusal: as fast as one likes. */
export const freePace: Pace = {
  rate: Infinity,
  ceiling: Infinity,
  pausedUntil: 0,
  nextStart: 0,
  loweredAt: -Infinity,
  accepted: [],
};

/** When the next request may start, at the earliest: milliseconds since the epoch. */
export const earliestStart = (pace: Pace, now: number): number => Math.max(now, pace.pausedUntil, pace.nextStart);

/** A request starts: the next one keeps its distance. */
export const noteStart = (pace: Pace, startedAt: number): Pace => ({
  ...pace,
  nextStart: startedAt + 1000 / pace.rate,
});

/**
 * After a 429: everybody stops for a while, and goes on at 0.7 of what was too fast: at first of what was accepted in
 * the last second, later of the rate. Requests under way when the rate was lowered bring nothing new about it. Some
 * services count refused requests, too: the next one comes no sooner than the new rate allows.
 *
 * @param refused When the request started, now, and how long to stop, in milliseconds.
 */
export function slowDown(pace: Pace, refused: { startedAt: number; now: number; pauseMs: number }): Pace {
  const { startedAt, now, pauseMs } = refused;
  const pausedUntil = Math.max(pace.pausedUntil, now + pauseMs);
  if (startedAt <= pace.loweredAt) return { ...pace, pausedUntil };

  const tooFast = pace.rate === Infinity ? Math.max(leastAtFirst, recent(pace.accepted, now).length) : pace.rate;
  const rate = Math.max(slowest, 0.7 * tooFast);
  const nextStart = Math.max(pausedUntil, now + 1000 / rate);
  return { ...pace, pausedUntil, loweredAt: now, ceiling: tooFast, rate, nextStart };
}

/**
 * Each success adds a little to the rate, a quarter of it at most: a quarter of a start per second, but only a fiftieth
 * around the rate that was refused last. Once there is nothing left to limit, the pace is free again.
 */
export function speedUp(pace: Pace, accepted: { startedAt: number; now: number }): Pace {
  const noted = { ...pace, accepted: [...recent(pace.accepted, accepted.now), accepted.now] };
  if (pace.rate === Infinity || accepted.startedAt <= pace.loweredAt) return noted;

  const rate = Math.min(pace.rate + stepOf(pace), 1.25 * pace.rate);
  return rate < unlimited ? { ...noted, rate } : { ...noted, rate: Infinity, ceiling: Infinity, nextStart: 0 };
}

const stepOf = ({ rate, ceiling }: Pace): number => (rate > 0.8 * ceiling && rate < 1.5 * ceiling ? 0.02 : 0.25);

const recent = (times: readonly number[], now: number): number[] => times.filter((time) => time > now - 1000);
