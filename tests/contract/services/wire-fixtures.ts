import { readdirSync, readFileSync } from "node:fs";
import type { OperationName } from "../../../provider/services/sourcepipeline/api/operations.ts";

/** One exchange with the service, transcribed from the reference by hand and never written by our own code. */
export interface WireFixture {
  /** Section of the reference, and where the reference has it from. */
  section: string;
  source: string;
  operation: OperationName;
  request: {
    method: string;
    path: string;
    parameters?: Record<string, string | number>;
    query?: string;
    body?: unknown;
  };
  response: {
    status: number;
    /** Old documentation shows responses without the outer `result`. */
    unwrapped?: true;
    body?: unknown;
    /** A body that is not JSON. */
    text?: string;
  };
  /** What has to be read: the payload, of an error its code and texts, null when there is nothing to read. */
  reads: unknown;
}

const folder = new URL("../../fixtures/wire/", import.meta.url);

/** All fixtures with their names, `error.` first in the names of errors. */
export const wireFixtures: readonly (WireFixture & { name: string })[] = readdirSync(folder)
  // The related services have folders of their own.
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => ({
    name: file.replace(/\.json$/, ""),
    ...(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as WireFixture),
  }));

/** The values as JSON has them: members that read as undefined are gone. */
export const asJson = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
