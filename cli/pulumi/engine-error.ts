/**
 * What went wrong in a command of the engine, in one line: its diagnostics where it printed JSON, else its standard
 * error.
 *
 * @example engineError("", "error: no stack selected; please use `pulumi stack select`") // "no stack selected; please …"
 */
export function engineError(stdout: string, stderr: string): string {
  const messages = [...diagnosticsOf(stdout), ...stderr.split("\n")].map(plain).filter((line) => line !== "");
  // The same failure is told once for each resource that it hit.
  const [first = "it gave no reason", ...others] = new Set(messages.filter((line) => !isSummary.test(line)));
  return others.length === 0 ? first : `${first} (and ${others.length} more)`;
}

/** Lines that say that something failed, but not what. */
const isSummary = /^(preview|update|refresh) failed$/;

interface Diagnostic {
  severity?: string;
  message?: string;
}

function diagnosticsOf(stdout: string): string[] {
  try {
    const { diagnostics = [] } = JSON.parse(stdout) as { diagnostics?: Diagnostic[] };
    return diagnostics.flatMap(({ severity, message }) => (severity === "error" && message ? [message] : []));
  } catch {
    // Most commands print no JSON when they fail.
    return [];
  }
}

const plain = (message: string): string =>
  message
    .replace(/^error: /, "")
    .replace(/^Preview failed: /, "")
    .replaceAll(/\s+/g, " ")
    .trim();
