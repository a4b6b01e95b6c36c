import * as z from "zod";
import { settingProblems } from "../settings.ts";
import { amount, instant, listOf, positive, text } from "../shapes/values.ts";

/** Bodies of admin calls; that of `POST /_emulator/faults` stands with the fault rules. */
export const outcomesBody = z.strictObject({
  rules: listOf(
    z.strictObject({
      pipeline: text.optional(),
      task: text.optional(),
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

export const pushBody = z.strictObject({ repository: text, branch: text });

export const settingsBody = z.record(z.string(), z.unknown()).superRefine((change, context) => {
  for (const { name, message } of settingProblems(change)) {
    context.addIssue({ code: "custom", path: [name], message });
  }
});
