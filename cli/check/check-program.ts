import type { Settings } from "../../provider/config/settings.ts";
import { lookUpMs, previewToleranceMs } from "../../provider/core/resource/look-up-times.ts";
import { waitInRealTime as wait } from "../../provider/core/http/index.ts";
import { createAttempts } from "../../provider/core/resource/attempts.ts";
import { createOperationContext, createOwners } from "../../provider/core/resource/index.ts";
import type { Host, Session } from "../../provider/core/session.ts";
import { knownList, knownRecord, knownText } from "../../provider/core/validation/partial.ts";
import { isTypeOf } from "../../provider/hosts/shared/resource-types.ts";
import { isError, type Problem } from "../../provider/core/validation/problem.ts";
import { withoutSilenced } from "../../provider/core/validation/silence.ts";
import { explicitSettings } from "../pulumi/provider-settings.ts";
import type { Checked, CheckedPipeline } from "./check-report.ts";
import { type CheckedClass, checkedClasses } from "./program/checked-classes.ts";
import { type ProgramAccount, programAccount, settingsAmong } from "./program/program-account.ts";
import type { RegisteredResource } from "./program/program-monitor.ts";
import { readProgramProject } from "./program/program-project.ts";
import { runProgram } from "./program/run-program.ts";
import { disclosedValue, plainValue } from "./program/wire-values.ts";

/** How a program is checked. */
export interface ProgramCheck {
  /** Whose configuration it gets; the only stack with a file unless given. */
  readonly stack?: string | undefined;
  /** What holds before the stack's configuration. */
  readonly settings: Settings;
  /** Whether no account may be asked, even where the keys are at hand. */
  readonly isOffline: boolean;
}

/**
 * Runs the program of a project without an engine, and checks the pipelines and runs that it declares against all rules: those
 * that need an account only where its keys are at hand.
 *
 * @throws Error in one line when there is no program to run
 */
export async function checkProgram(folder: string, { stack, settings, isOffline }: ProgramCheck): Promise<Checked> {
  const project = readProgramProject(folder, stack, settings);
  const own = programAccount(
    settingsAmong((key) => project.configuration.get(key)),
    isOffline,
  );
  const { resources, failures } = await runProgram(project, own.session.validation);

  const accountOf = accountsOf(resources, own, isOffline);
  const pipelines = declaredOf(checkedClasses.pipelines, resources, accountOf);
  const runs = declaredOf(checkedClasses.runs, resources, accountOf);
  // The checks of one pipeline know what the program says of all others.
  for (const { read, account } of [...pipelines, ...runs]) read.declare?.(account.session);
  const refused = new Set<string>();
  const notes = [own, ...[...pipelines, ...runs].map(({ account }) => account)].map(({ note }) => note);
  return {
    pipelines: await checkAll(pipelines, refused),
    runs: await checkAll(runs, refused),
    failures: [...failures, ...refused],
    notes: [...new Set(notes)],
  };
}

/** A resource as it is registered, checked as far as that is possible without its account. */
interface Declared extends Pick<RegisteredResource, "urn" | "name" | "provider"> {
  readonly of: CheckedClass;
  readonly account: ProgramAccount;
  readonly read: ReturnType<CheckedClass["read"]>;
  readonly silence: unknown;
}

const declaredOf = (
  of: CheckedClass,
  resources: readonly RegisteredResource[],
  accountOf: (resource: RegisteredResource) => ProgramAccount,
): Declared[] =>
  resources.filter(({ type }) => isTypeOf(of.name, type)).map((one) => declaredAs(of, one, accountOf(one)));

function declaredAs(
  of: CheckedClass,
  { urn, name, provider, inputs: given }: RegisteredResource,
  account: ProgramAccount,
): Declared {
  const { __context, __provider, ...program } = knownRecord(plainValue(given));
  const pending = knownList(knownRecord(__context)["pending"]).flatMap((path) => knownText(path) ?? []);
  const context = createOperationContext(account.session, hostOf(account.session), lookUpMs);
  const facts = { context, urn, pending, toleranceMs: previewToleranceMs, hasShape: true };
  return { of, urn, name, provider, account, read: of.read(program, facts), silence: program["silence"] };
}

async function checkAll(declared: readonly Declared[], refused: Set<string>): Promise<CheckedPipeline[]> {
  const checked = declared.map(async (one, index) => ({
    subject: subjectOf(one, declared),
    problems: await problemsOf(one, declared.slice(0, index), refused),
  }));
  return (await Promise.all(checked)).sort((one, other) => (one.subject < other.subject ? -1 : 1));
}

/** Nothing is reported but what is found. */
const hostOf = (session: Session): Host => ({
  connect: () => session,
  report: () => undefined,
  owners: createOwners(),
  attempts: createAttempts(),
  now: Date.now,
  wait,
  signal: new AbortController().signal,
  isAbandoned: () => false,
  userZone: () => "UTC",
});

/** The account of each resource: that of its provider, which may be of another one than the stack. */
function accountsOf(resources: readonly RegisteredResource[], own: ProgramAccount, isOffline: boolean) {
  const accounts = new Map<string, ProgramAccount>();
  for (const { urn, type, inputs } of resources) {
    const given = explicitSettings(type, knownRecord(disclosedValue(inputs)));
    if (given !== undefined) accounts.set(urn, programAccount(given, isOffline));
  }
  return ({ provider }: RegisteredResource): ProgramAccount =>
    accounts.get(provider.slice(0, provider.lastIndexOf("::"))) ?? own;
}

async function problemsOf(one: Declared, before: readonly Declared[], refused: Set<string>): Promise<Problem[]> {
  const { account, read } = one;
  const own = [...read.problems, ...sharedName(one, before)];
  const problems = await read.inAccount(own).catch((error: unknown) => {
    // What is made for users has no stack.
    if (!(error instanceof Error) || error.stack !== "") throw error;
    refused.add(error.message);
    return own;
  });
  const { silence } = account.session;
  return withoutSilenced(problems, one.silence).filter((found) => isError(found) || !silence.has(found.code));
}

function sharedName({ of, provider, read: { name } }: Declared, before: readonly Declared[]): Problem[] {
  const other = before.find((one) => one.provider === provider && one.read.name === name);
  if (name === undefined || other === undefined || of.sharedName === undefined) return [];
  return [of.sharedName(`${of.name} "${other.name}" is named "${name}", too.`)];
}

/** Resources of two components may have one name. */
function subjectOf({ of, name, urn }: Declared, all: readonly Declared[]): string {
  const isUnique = all.filter((one) => one.name === name).length === 1;
  return isUnique ? `${of.name} "${name}"` : `${of.name} "${name}" (${urn})`;
}
