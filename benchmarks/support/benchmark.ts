import type { Section } from "../report/report.ts";

/** What a benchmark is told. */
export interface BenchmarkContext {
  /** Smaller sizes and fewer rounds, to see that everything runs; the figures mean little. */
  readonly quick: boolean;
  /** Folder of another built checkout, to compare with. */
  readonly before: string | undefined;
  /** Says what is being done, a line. */
  readonly say: (line: string) => void;
}

/** Measures something and tells what came out. */
export type Benchmark = (context: BenchmarkContext) => Promise<Section>;
