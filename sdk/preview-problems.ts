import * as pulumi from "@pulumi/pulumi";
import { checkRun } from "./check-run.ts";
import { currentRun } from "./program-run.ts";
import { runError } from "./run-error.ts";
import { accountKey } from "./shared-failures.ts";
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
  /** What functions have said that its arguments come from. */
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

/** One for each run of a program, shared by all copies of the package. */
const registry = globalThis as { [previewsKey]?: WeakMap<object, Preview> | undefined };
const previewsKey = Symbol.for("pulumi-ncloud-sourcepipeline.previews");
const previews = (registry[previewsKey] ??= new WeakMap());

/** Whether this run reports all mistakes at its end, so that none has to stop a resource from being checked. */
export function isCollecting(): boolean {
  const { host, isPreview } = currentRun();
  return host === "engine" && isPreview;
}

/** Waits for what the provider's check finds about a resource; one that is not registered reports its own error. */
export function awaitProblems(subject: string, resource: object): void {
  if (!isCollecting()) return;
  const findings: Findings = { subject, own: [], failed: [], found: [] };
  ofThisRun().findings.set(resource, findings);
  const { [problemsKey]: output } = resource as { [problemsKey]?: pulumi.Output<readonly string[] | undefined> };
  keepOpen(valueOf(output).then((lines) => void (findings.found = lines)));
}

/** Notes what the program alone shows about a resource. */
export function noteProblems(resource: object, lines: readonly string[]): void {
  const findings = ofThisRun().findings.get(resource);
  if (findings !== undefined) findings.own = lines;
}

/** Notes that a function has failed which an argument of a resource comes from. */
export function noteFailure(resource: object, line: string): void {
  const findings = ofThisRun().findings.get(resource);
  if (findings !== undefined) findings.failed = [...findings.failed, line];
}

/** Holds the report back until something has ended that may lead to more resources. */
export function keepOpen(work: Promise<unknown>): void {
  if (!isCollecting()) return;
  const preview = ofThisRun();
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
  // Nobody waits for it: the SDK ends the program with what nobody handles.
  if (lines.length > 0) void Promise.reject(checkRun() === undefined ? validationError(lines) : plainError(lines));
  setImmediate(preview.release);
}

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

/** What is wrong with an account, or with the way there, once and of no resource where more than one met it. */
function withoutRepetition(lines: readonly { subject: string; line: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { line } of lines) counts.set(accountKey(line), (counts.get(accountKey(line)) ?? 0) + 1);
  const told = new Set<string>();
  return lines.flatMap(({ subject, line }) => {
    const key = accountKey(line);
    if (hasPath(line) || counts.get(key) === 1) return [`  ${subject}, ${line}`];
    if (told.has(key)) return [];
    told.add(key);
    return [`  ${line}`];
  });
}

const hasPath = (line: string): boolean => /^[^\s:]+: /.test(line);

/** The command `sourcepipeline check` puts what it finds itself beside it. */
const plainError = (lines: readonly string[]): Error => runError(lines.map((line) => line.trim()).join("\n"));

const nameIn = (line: string, pattern: RegExp): string[] => pattern.exec(line)?.slice(1) ?? [];

const placeAndRule = (line: string): string => {
  const [, path, code] = /^([^\s:]+): .*(\[NCSP\d+\])$/.exec(line) ?? [];
  return path === undefined || code === undefined ? line : `${path} ${code}`;
};

function ofThisRun(): Preview {
  const { key } = currentRun();
  const preview = previews.get(key) ?? { findings: new Map(), open: 0, release: () => undefined };
  previews.set(key, preview);
  return preview;
}

/** What was handed back: nothing where there is no mistake. */
async function valueOf(output: pulumi.Output<readonly string[] | undefined> | undefined): Promise<readonly string[]> {
  const { promise, isKnown } = output as unknown as { promise: () => Promise<unknown>; isKnown: Promise<boolean> };
  const value = await promise.call(output);
  return (await isKnown) && Array.isArray(value) ? (value as string[]) : [];
}
