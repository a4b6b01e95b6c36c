import * as z from "zod";
import { id, items, label, list, optional } from "../../../sourcepipeline/api/schemas/lenient.ts";
import { getScenarioResult } from "./scenario-result.ts";
import { identity } from "./shared.ts";

/* Responses about deployments, which the service calls histories (reference section 5.4 of the related services). */

export const deployResult = z.object({ historyId: id });

const history = {
  project: optional(identity),
  stage: optional(identity),
  scenario: optional(identity),
  /** A string in the list, a number in the pages of the detail. */
  id,
  status: optional(z.string()),
  /** Unix time, likely in milliseconds. */
  startTime: optional(z.number()),
};

export const getHistoriesResult = z.object({ historyList: items(z.object(history)) });

const phases = z.object({ pre: optional(label), deploy: optional(label), post: optional(label) });

const historyConfig = z.object({
  strategy: optional(z.string()),
  file: optional(z.object({ type: optional(z.string()), file: optional(label) })),
  targets: list(
    z.object({
      server: optional(z.object({ no: optional(z.number()), name: optional(z.string()) })),
      status: optional(z.string()),
      time: optional(phases),
      step: optional(phases),
    }),
  ),
});

export const getHistoryResult = z.object({
  ...history,
  executor: optional(label),
  endTime: optional(z.number()),
  type: optional(z.string()),
  strategy: optional(z.string()),
  /** One object in the pages, a list of them in the vendor's SDK. */
  config: list(historyConfig).or(historyConfig.transform((config) => [config])),
});

/** Times at which analyses ended; one of them names a report. */
export const getReportsResult = z.object({ stageList: items(z.number()) });

/** As in the vendor's SDK, where the model of a report is that of a scenario. */
export const getReportResult = getScenarioResult;
