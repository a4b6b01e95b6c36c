import { format, resolveConfig } from "prettier";
import { referencePage } from "./reference/reference-page.ts";
import { operationsPage } from "./operations-page.ts";
import { schemaPage } from "./schema-page.ts";
import { rulesPage } from "./rules-page.ts";

/** A page of the documentation that is written from the code. */
export interface Page {
  /** Below the repository's root. */
  path: string;
  /** Where its content comes from, for whoever wants to change it. */
  source: string;
  write: () => string;
}

/** All such pages; `npm run docs` writes them, and a test tells which of them are stale. */
export const pages: readonly Page[] = [
  { path: "docs/operations.md", source: "provider/services/*/api/operations.ts", write: operationsPage },
  { path: "docs/rules.md", source: "provider/services/sourcepipeline/pipeline/rules/", write: rulesPage },
  { path: "docs/reference.md", source: "the descriptors and docstrings of what it names", write: referencePage },
  { path: "docs/plugin.schema.json", source: "the descriptors of resources and functions", write: schemaPage },
];

/** The text of a page as it has to stand in its file. */
export async function renderPage({ path, source, write }: Page): Promise<string> {
  if (path.endsWith(".json")) return format(write(), { ...(await resolveConfig(path)), parser: "json" });
  const notice = `<!-- Written by \`npm run docs\` from ${source}. Change that and run it again. -->`;
  return format(`${notice}\n\n${write()}\n`, { ...(await resolveConfig(path)), parser: "markdown" });
}
