import { publishedReport } from "./report/paths.ts";
import { readReport } from "./report/report-file.ts";
import { writePage } from "./report/write-page.ts";

// Writes `docs/performance.md` and its picture anew from the published figures, after a change of their words or form.

const report = readReport(publishedReport);
if (!report) throw new Error("docs/performance.json is missing. Run: npm run bench -- --publish.");
await writePage(report);
