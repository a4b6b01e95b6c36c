import type { Benchmark } from "../support/benchmark.ts";
import { countRequests } from "./count-requests.ts";
import { measureOverhead } from "./measure-overhead.ts";
import { runsSection } from "./runs-section.ts";

/** What a run costs that is followed to its end: requests, and processor time beside got alone. */
export const measureRuns: Benchmark = async ({ quick, say }) => {
  const followed = [];
  for (const seconds of [10, 60, 600, 3_600]) {
    say(`requests of ${String(seconds)} s`);
    followed.push(await countRequests(seconds));
  }
  say("50 runs side by side");
  return runsSection(followed, await measureOverhead(50, quick ? 4 : 60, quick ? 2 : 5));
};
