import type { Settings } from "../../provider/config/settings.ts";
import { waitInRealTime as wait } from "../../provider/core/http/index.ts";
import { createAttempts } from "../../provider/core/resource/attempts.ts";
import {
  type CheckFacts,
  checkAccount,
  createOperationContext,
  createOwners,
} from "../../provider/core/resource/index.ts";
import type { Host, Session } from "../../provider/core/session.ts";
import { knownList, knownRecord, knownText } from "../../provider/core/validation/partial.ts";
import { isError, type Problem } from "../../provider/core/validation/problem.ts";
import { withoutSilenced } from "../../provider/core/validation/silence.ts";
import { isUnknown } from "../../provider/core/validation/unknown.ts";
import { resourceType } from "../../provider/hosts/dynamic/provider-text.ts";
import { pipelineType } from "../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";
import type { Checked } from "./check-report.ts";
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
 * Runs the program of a project without an engine, and checks the pipelines that it declares against all rules: those
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
  const declared = resources.filter(({ type }) => type === resourceType).map((one) => read(one, accountOf(one)));
  // The checks of one pipeline know what the program says of all others.
  for (const { inputs, account } of declared.filter(isNamed)) pipelineType.checked?.(inputs, account.session);
  const refused = new Set<string>();
  const pipelines = await Promise.all(
    declared.map(async (one, index) => ({
      subject: subjectOf(one, declared),
      problems: await problemsOf(one, declared.slice(0, index), refused),
    })),
  );
  const notes = [own, ...declared.map(({ account }) => account)].map(({ note }) => note);
  return {
    pipelines: pipelines.sort((one, other) => (one.subject < other.subject ? -1 : 1)),
    failures: [...failures, ...refused],
    notes: [...new Set(notes)],
  };
}

/** A pipeline as it is registered, checked as far as that is possible without its account. */
interface Declared extends Pick<RegisteredResource, "urn" | "name" | "provider"> {
  readonly account: ProgramAccount;
  readonly facts: CheckFacts;
  readonly inputs: ReturnType<typeof pipelineType.check>["value"];
  readonly problems: readonly Problem[];
  readonly silence: unknown;
}

/** Stands for a name that is made from the resource's, and that the service always allows. */
const autonamed = "autonamed";

const isNamed = ({ inputs: { name } }: Declared): boolean => !isUnknown(name) && name !== autonamed;

/** How long the lists of one pipeline may take, and how old they may be that lack something; in milliseconds. */
const times = { checkMs: 120_000, toleranceMs: 5_000 };

function read({ urn, name, provider, inputs: given }: RegisteredResource, account: ProgramAccount): Declared {
  const { __context, __provider, adopt: _, ...program } = knownRecord(plainValue(given));
  const pending = knownList(knownRecord(__context)["pending"]).flatMap((path) => knownText(path) ?? []);
  const context = createOperationContext(account.session, hostOf(account.session), times.checkMs);
  const facts = { context, urn, pending, toleranceMs: times.toleranceMs, hasShape: true };
  const { value, problems } = pipelineType.check({ ...program, name: program["name"] ?? autonamed }, facts);
  const hasShape = problems.every(({ code }) => code >= "NCSP1");
  return {
    urn,
    name,
    provider,
    account,
    facts: { ...facts, hasShape },
    inputs: value,
    problems,
    silence: program["silence"],
  };
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
  userZone: "UTC",
});

/** The account of each pipeline: that of its provider, which may be of another one than the stack. */
function accountsOf(resources: readonly RegisteredResource[], own: ProgramAccount, isOffline: boolean) {
  const accounts = new Map<string, ProgramAccount>();
  for (const { urn, inputs } of resources.filter(({ type }) => type === "pulumi:providers:pulumi-nodejs")) {
    const given = knownRecord(disclosedValue(inputs));
    if (given["ncloud:explicit"] === undefined) continue;
    accounts.set(
      urn,
      programAccount(
        settingsAmong((key) => given[key]),
        isOffline,
      ),
    );
  }
  return ({ provider }: RegisteredResource): ProgramAccount =>
    accounts.get(provider.slice(0, provider.lastIndexOf("::"))) ?? own;
}

async function problemsOf(one: Declared, before: readonly Declared[], refused: Set<string>): Promise<Problem[]> {
  const { account, facts, inputs } = one;
  const problems = [...one.problems];
  const other = before.find(({ provider, inputs: { name } }) => provider === one.provider && name === inputs.name);
  if (other !== undefined && isNamed(one))
    problems.push(pipelineType.sharedName(`Pipeline "${other.name}" is named "${inputs.name}", too.`));
  if (!problems.some(({ code }) => code < "NCSP1")) {
    try {
      problems.push(...(await checkAccount(pipelineType, inputs, facts)));
    } catch (error) {
      // What is made for users has no stack.
      if (!(error instanceof Error) || error.stack !== "") throw error;
      refused.add(error.message);
    }
  }
  const { silence } = account.session;
  return withoutSilenced(problems, one.silence).filter((found) => isError(found) || !silence.has(found.code));
}

/** Resources of two components may have one name. */
function subjectOf({ name, urn }: Declared, all: readonly Declared[]): string {
  const isUnique = all.filter((one) => one.name === name).length === 1;
  return isUnique ? `Pipeline "${name}"` : `Pipeline "${name}" (${urn})`;
}
