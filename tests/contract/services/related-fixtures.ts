import { readdirSync, readFileSync } from "node:fs";
import type { OperationTable } from "../../../provider/core/http/operation.ts";
import { operations as buildOperations } from "../../../provider/services/sourcebuild/api/operations.ts";
import { operations as commitOperations } from "../../../provider/services/sourcecommit/api/operations.ts";
import { operations as deployOperations } from "../../../provider/services/sourcedeploy/api/operations.ts";

/** One exchange with a related service, transcribed from the reference by hand and never written by our own code. */
export interface RelatedFixture {
  name: string;
  /** Section of the reference of the related services, and where the reference has it from. */
  section: string;
  source: string;
  operation: string;
  request: {
    method: string;
    path: string;
    parameters?: Record<string, string | number>;
    query?: string;
    body?: unknown;
  };
  response: { status: number; body: { result: unknown } };
  /** What has to be read. */
  reads: unknown;
}

/** The related services with their tables and their fixtures. */
export const relatedServices: readonly {
  name: "sourcecommit" | "sourcebuild" | "sourcedeploy";
  operations: OperationTable;
  fixtures: readonly RelatedFixture[];
}[] = [
  { name: "sourcecommit", operations: commitOperations, fixtures: fixturesOf("sourcecommit") },
  { name: "sourcebuild", operations: buildOperations, fixtures: fixturesOf("sourcebuild") },
  { name: "sourcedeploy", operations: deployOperations, fixtures: fixturesOf("sourcedeploy") },
];

function fixturesOf(service: string): RelatedFixture[] {
  const folder = new URL(`../../fixtures/wire/${service}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      ...(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Omit<RelatedFixture, "name">),
      name: file.replace(/\.json$/, ""),
    }));
}
