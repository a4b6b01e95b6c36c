import type { Context } from "./context.ts";

const everyMs = 30_000;

/** Says what is being done, again every half minute with the time it has taken, and at its end. */
export async function withProgress<Result>(
  { say, now }: Pick<Context, "say" | "now">,
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const begin = now();
  say(`${what} …`);
  const timer = setInterval(() => {
    say(`${what} … ${elapsed(now() - begin)}`);
  }, everyMs);
  try {
    const result = await work();
    say(`${what}: done after ${elapsed(now() - begin)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/**
 * A time span for people.
 *
 * @example elapsed(330_000) // "5 min 30 s"
 */
export function elapsed(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
