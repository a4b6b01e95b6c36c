/** A failure of a resource, as the CLI prints it. */
export interface PrintedFailure {
  /** Name of the resource; of the stack for what fails as a whole. */
  readonly resource: string;
  readonly type: string;
  readonly message: string;
}

/** The failures under `Diagnostics:`; those that only say that there are others are left out. */
export function printedFailures(output: string): PrintedFailure[] {
  const [, diagnostics = ""] = output.split(/^Diagnostics:$/m);
  const failures: PrintedFailure[] = [];
  let place: { resource: string; type: string } | undefined;
  for (const line of diagnostics.split("\n")) {
    const [, type, resource] = /^ {2}(\S+) \(([^)]+)\):$/.exec(line) ?? [];
    if (type !== undefined && resource !== undefined) place = { type, resource };
    else if (/^\S/.test(line)) place = undefined;
    else if (place !== undefined) read(line, place, failures);
  }
  return failures.filter(({ message }) => !isSummary.test(message));
}

const isSummary =
  /^(update|preview|refresh|destroy) (failed|canceled)$|^Error: resource \S+ \[.*\] failed to register|^$/;

function read(line: string, place: { resource: string; type: string }, failures: PrintedFailure[]): void {
  const [, first] = /^ {4}error: (.*)$/.exec(line) ?? [];
  if (first !== undefined) {
    failures.push({ ...place, message: first });
    return;
  }
  const last = failures.at(-1);
  // The text of a failure goes on in lines that are further in.
  const [, rest] = /^ {4}[\s*]+(.*)$/.exec(line) ?? [];
  if (last === undefined || rest === undefined || last.resource !== place.resource) return;
  failures[failures.length - 1] = { ...last, message: `${last.message} ${rest}` };
}

/** Signs that the provider, the program or the engine broke, and did not merely fail. */
const broken = [
  /panic: .*/,
  /Unexpected struct type.*/,
  /the program exited before the following resource registrations could complete.*/,
  /(?:Type|Reference|Range|Syntax)Error: .*/,
  /UnhandledPromiseRejection.*/,
  /Running program .* failed with an unhandled exception.*/,
];

export const signsOfBreakage = (output: string): string[] =>
  broken.flatMap((pattern) => pattern.exec(output)?.[0] ?? []);
