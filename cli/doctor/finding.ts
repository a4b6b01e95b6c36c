/** What one check found: a line, which for a failure ends with what to do. */
export interface Finding {
  readonly subject: string;
  readonly state: "ok" | "warned" | "failed" | "skipped";
  readonly text: string;
}

export const ok = (subject: string, text: string): Finding => ({ subject, state: "ok", text });

export const warned = (subject: string, text: string): Finding => ({ subject, state: "warned", text });

export const failed = (subject: string, text: string): Finding => ({ subject, state: "failed", text });

export const skipped = (subject: string, text: string): Finding => ({ subject, state: "skipped", text });

const signs: Readonly<Record<Finding["state"], string>> = { ok: "✔", warned: "!", failed: "✖", skipped: "–" };

/** @example formatFinding(ok("node", "24.21.0")) // "✔ node: 24.21.0" */
export const formatFinding = ({ subject, state, text }: Finding): string =>
  `${signs[state]} ${subject}: ${text.replaceAll(/\s+/g, " ")}`;

/** A check whose failure is a finding like any other. */
export async function attempt(subject: string, check: () => Promise<Finding> | Finding): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    return failed(subject, error instanceof Error ? error.message : String(error));
  }
}
