/** The result of one check: a line, which for a failure ends with what to do. */
export interface CheckResult {
  readonly subject: string;
  readonly state: "ok" | "warned" | "failed" | "skipped";
  readonly text: string;
}
import { messageOf } from "../output/text.ts";

export const ok = (subject: string, text: string): CheckResult => ({ subject, state: "ok", text });

export const warned = (subject: string, text: string): CheckResult => ({ subject, state: "warned", text });

export const failed = (subject: string, text: string): CheckResult => ({ subject, state: "failed", text });

export const skipped = (subject: string, text: string): CheckResult => ({ subject, state: "skipped", text });

const signs: Readonly<Record<CheckResult["state"], string>> = { ok: "✔", warned: "!", failed: "✖", skipped: "–" };

/** @example formatFinding(ok("node", "24.21.0")) // "✔ node: 24.21.0" */
export const formatCheckResult = ({ subject, state, text }: CheckResult): string =>
  `${signs[state]} ${subject}: ${text.replaceAll(/\s+/g, " ")}`;

/** A check whose failure is a result like any other. */
export async function attempt(subject: string, check: () => Promise<CheckResult> | CheckResult): Promise<CheckResult> {
  try {
    return await check();
  } catch (error) {
    return failed(subject, messageOf(error));
  }
}
