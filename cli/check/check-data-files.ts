import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Facts } from "../../provider/services/sourcepipeline/pipeline/check-pipeline.ts";
import { problem, type Problem } from "../../provider/core/validation/problem.ts";
import { checkSchedules } from "../../provider/services/sourcepipeline/pipeline/schedule/check-schedules.ts";
import { createZoneOffsets } from "../../provider/core/validation/schedule/zone-offsets.ts";
import { checkRepeatedTriggers } from "../../provider/services/sourcepipeline/pipeline/triggers/check-repeated-triggers.ts";
import { knownRecord } from "../../provider/core/validation/partial.ts";
import { withoutSilenced } from "../../provider/core/validation/silence.ts";
import { checkPipelineData } from "../../sdk/files/check-pipeline-data.ts";
import type { CheckedPipeline } from "./check-report.ts";
import { shapeRules } from "../../provider/core/validation/shape/shape-rules.ts";

/** Checks the data files of a folder, one pipeline each, as far as that is possible without their account. */
export async function checkDataFiles(folder: string, facts: Facts): Promise<CheckedPipeline[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { subject: path, problems: problemsOf(await readFile(path, "utf8"), facts) };
    }),
  );
}

function problemsOf(text: string, { now, offsets = createZoneOffsets() }: Facts): Problem[] {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return [problem(shapeRules.NCSP002, "", error instanceof Error ? `${error.message}.` : "This is no JSON.")];
  }
  const { value, problems } = checkPipelineData(data);
  const all = [...problems, ...checkSchedules(value, offsets, now), ...checkRepeatedTriggers(value)];
  return withoutSilenced(all, knownRecord(value)["silence"]);
}
