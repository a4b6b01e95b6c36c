import { join } from "node:path";
import { repository } from "../support/repository.ts";

/** What the last runs found, on this machine; not kept in the repository. */
export const lastReport = join(repository, ".sourcepipeline", "benchmarks.json");

/** The run that the documentation shows. */
export const publishedReport = join(repository, "docs", "performance.json");

export const page = join(repository, "docs", "performance.md");
export const picture = join(repository, "docs", "performance.svg");
