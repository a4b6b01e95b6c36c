import * as z from "zod";
import { settingProblems } from "../settings.ts";
import { amount, instant, listOf, positive, nonEmptyString } from "../shapes/values.ts";

/** Bodies of admin calls; that of `POST /_emulator/faults` stands with the fault rules. */
export const outcomesBody = z.strictObject({
  rules: listOf(
    z.strictObject({
      pipeline: nonEmptyString.optional(),
      task: nonEmptyString.optional(),
      projectId: positive.optional(),
      status: z.enum(["success", "failed"]),
      durationMs: amount.optional(),
      times: positive.optional(),
    }),
  ),
});

export const clockBody = z
  .strictObject({ advanceMs: amount.optional(), set: instant.optional() })
  .refine(({ advanceMs, set }) => (advanceMs === undefined) !== (set === undefined), "give either advanceMs or set");

export const pushBody = z.strictObject({ repository: nonEmptyString, branch: nonEmptyString });

export const settingsBody = z.record(z.string(), z.unknown()).superRefine((change, context) => {
  for (const { name, message } of settingProblems(change)) {
    context.addIssue({ code: "custom", path: [name], message });
  }
});
