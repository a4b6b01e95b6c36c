import * as z from "zod";
import { id, items, list, optional } from "./lenient.ts";
import { taskConfig } from "./pipeline-result.ts";

/* Answers about runs: reference sections 2.4, 2.5 and 2.8. No list of the words of `status` is documented. */

const run = {
  id,
  projectId: optional(id),
  /** Unix time; seconds or milliseconds, null, 0 or absent while running. */
  begin: optional(z.number()),
  end: optional(z.number()),
  status: optional(z.string()),
};

export const getHistoriesResult = z.object({
  historyList: items(z.object({ ...run, requestType: optional(z.string()), requestId: optional(z.string()) })),
});

export const getHistoryResult = z.object({
  history: z.object({
    ...run,
    tasks: list(
      z.object({
        id: optional(id),
        name: z.string(),
        type: optional(z.string()),
        linkedTasks: list(z.string()),
        status: optional(z.string()),
        resultId: optional(z.union([z.string(), z.number().transform(String)])),
        config: optional(taskConfig),
      }),
    ),
  }),
});

export const startProjectResult = z.object({ historyId: id });
