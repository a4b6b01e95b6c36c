import { writeFileSync } from "node:fs";
import { findGrowth } from "./find-growth.ts";
import { growthPicture } from "./growth-picture.ts";
import { page, picture } from "./paths.ts";
import { performancePage } from "./performance-page.ts";
import type { Report } from "./report.ts";

/** Writes the page and its picture. */
export async function writePage(report: Report): Promise<void> {
  writeFileSync(page, await performancePage(report));
  writeFileSync(picture, growthPicture(findGrowth(report)));
}
