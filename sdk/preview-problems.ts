import * as pulumi from "@pulumi/pulumi";
import { checkRun } from "./check-run.ts";
import { currentRun, holdRun, onceForEachRun } from "./program-run.ts";
import { failRun } from "./refusal.ts";
import { runError } from "./run-error.ts";
import { withoutRepetition } from "./shared-failures.ts";
import type { Finding } from "./shared-failures.ts";
import { validationError } from "./validation-error.ts";

/*
 * The engine ends a command with the first resource that fails its check, and what only the account shows would be
 * reported of one resource at a time. A preview changes nothing: there the check lets a resource with mistakes pass and
 * hands them back among the inputs, which the engine returns to the program as outputs. When every resource has come
 * back, one error reports the mistakes of all.
 */

/** The property of a previewed resource in which its check hands mistakes back. */
export const problemsKey = "__problems";

/** A resource with mistakes, a line each. */
export interface Findings {
  /** For messages: `Pipeline "shop"`. */
  readonly subject: string;
  /** What the program alone shows. */
  own: readonly string[];
  /** What functions have said that its arguments come from; the check sees unknown values there. */
  failed: readonly string[];
  /** What the provider's check found. */
  found: readonly string[];
}

/** The preview of one program. */
interface Preview {
  readonly findings: Map<object, Findings>;
  /** How much is still under way. */
  open: number;
  /** Lets the SDK end the program; until then it waits, also for a rejection of ours. */
  release: () => void;
}

const previewOfThisRun = onceForEachRun("previews", (): Preview => ({
  findings: new Map(),
  open: 0,
  release: () => undefined,
}));

/** Whether this run reports all mistakes at its end, so that none has to stop a resource from being checked. */
export function isCollecting(): boolean {
  const { host, isPreview } = currentRun();
  return host === "engine" && isPreview;
}

/** Waits for what the provider's check finds about a resource; one that is not registered reports its own error. */
export function awaitProblems(subject: string, resource: object): void {
  if (!isCollecting()) return;
  const findings: Findings = { subject, own: [], failed: [], found: [] };
  previewOfThisRun().findings.set(resource, findings);
  const { [problemsKey]: output } = resource as { [problemsKey]?: pulumi.Output<readonly string[] | undefined> };
  keepOpen(valueOf(output).then((lines) => void (findings.found = lines)));
}

/** Notes what the program alone shows about a resource. */
export function noteProblems(resource: object, lines: readonly string[]): void {
  const findings = previewOfThisRun().findings.get(resource);
  if (findings !== undefined) findings.own = lines;
}

/** Notes which inputs of a resource failed. */
export function noteFailures(resource: object, failed: readonly Finding[]): void {
  const findings = previewOfThisRun().findings.get(resource);
  if (findings !== undefined) findings.failed = failed.map(({ line }) => line);
}

/** Holds the report back until something has ended that may lead to more resources. */
export function keepOpen(work: Promise<unknown>): void {
  if (!isCollecting()) {
    holdRun(work);
    return;
  }
  const preview = previewOfThisRun();
  if (preview.open++ === 0) preview.release = pulumi.runtime.rpcKeepAlive();
  const end = (): void => {
    // The program goes on first with what has come, and may declare more.
    setImmediate(() => {
      if (--preview.open === 0) report(preview);
    });
  };
  work.then(end, end);
}

function report(preview: Preview): void {
  const lines = reportOf([...preview.findings.values()]);
  preview.findings.clear();
  if (lines.length > 0) endPreview(lines);
  setImmediate(preview.release);
}

/** Nobody waits for the report. The SDK ends a program with what nobody handles, and with it all inline programs. */
function endPreview(problems: readonly string[]): void {
  if (currentRun().isInline) failRun(problems);
  else void Promise.reject(checkRun() === undefined ? validationError(problems) : plainError(problems));
}

/** The command `sourcepipeline check` puts what it finds itself beside it. */
const plainError = (problems: readonly string[]): Error => runError(problems.map((line) => line.trim()).join("\n"));

/**
 * The mistakes of all resources, a line each, none twice. Where both looked at the same property by the same rule, the
 * program's own words have the values as they are written. Of two pipelines of one name the check takes the one that
 * comes later to it, which need not be the later one of the program.
 */
export function reportOf(findings: readonly Findings[]): string[] {
  const shared = new Set(findings.flatMap(({ own }) => own.flatMap((line) => nameIn(line, /is named (".*"), too\./))));
  const isShared = (line: string): boolean =>
    nameIn(line, /^name: (".*") is also the name of /).some((name) => shared.has(name));
  const all = findings.flatMap(({ subject, own, failed, found }) => {
    const seen = new Set(own.map(placeAndRule));
    const lines = [...own, ...failed, ...found.filter((line) => !seen.has(placeAndRule(line)) && !isShared(line))];
    return lines.map((line) => ({ subject, line }));
  });
  return withoutRepetition(all);
}

const nameIn = (line: string, pattern: RegExp): string[] => pattern.exec(line)?.slice(1) ?? [];

const placeAndRule = (line: string): string => {
  const [, path, code] = /^([^\s:]+): .*(\[NCSP\d+\])$/.exec(line) ?? [];
  return path === undefined || code === undefined ? line : `${path} ${code}`;
};

/** What was handed back: nothing where there is no mistake. */
async function valueOf(output: pulumi.Output<readonly string[] | undefined> | undefined): Promise<readonly string[]> {
  const { promise, isKnown } = output as unknown as { promise: () => Promise<unknown>; isKnown: Promise<boolean> };
  const value = await promise.call(output);
  return (await isKnown) && Array.isArray(value) ? (value as string[]) : [];
}
