import { parseArgs } from "node:util";
import { catalogue } from "./catalogue.ts";
import { thisMachine } from "./report/machine.ts";
import { mergeSection } from "./report/merge-section.ts";
import { lastReport, publishedReport } from "./report/paths.ts";
import { printSection } from "./report/print-section.ts";
import { readReport, writeReport } from "./report/report-file.ts";
import { measuredVersions } from "./report/versions.ts";
import { writePage } from "./report/write-page.ts";

/*
 * `npm run bench` measures everything, prints tables and keeps them as JSON. `--quick` takes small sizes, `--only
 * calls,client` some of the benchmarks, `--before FOLDER` compares with another built checkout; `--publish` puts the
 * figures into `docs/performance.json` and writes the page and its picture from them.
 */

const names = Object.keys(catalogue);
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    before: { type: "string" },
    publish: { type: "boolean", default: false },
  },
});
const { quick, before, publish } = values;
const chosen = values.only?.split(",") ?? names.filter((name) => before !== undefined || name !== "before");
const path = publish ? publishedReport : lastReport;

for (const name of chosen) {
  const measure = catalogue[name];
  if (!measure) throw new Error(`--only ${name}: there is no such benchmark. Use some of ${names.join()}.`);
  const section = await measure({ quick, before, say: (line) => console.error(`${name}: ${line}`) });
  console.log(`${printSection(section)}\n`);

  const sections = readReport(path)?.sections ?? [];
  const report = { machine: thisMachine(), versions: measuredVersions(), sections };
  await writeReport(path, mergeSection(report, section, names));
}
console.log(`The figures are in ${publish ? "docs/performance.json" : ".sourcepipeline/benchmarks.json"}.`);

const published = publish ? readReport(publishedReport) : undefined;
if (published) await writePage(published);
