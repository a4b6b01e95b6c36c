import { writeFile } from "node:fs/promises";
import { pages, renderPage } from "./docs/pages.ts";

const root = new URL("../", import.meta.url);

for (const page of pages) {
  await writeFile(new URL(page.path, root), await renderPage(page));
  console.log(`Wrote ${page.path}`);
}
