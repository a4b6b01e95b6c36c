import { accessKeyFingerprint } from "../../../provider/config/configuration.ts";
import type { Somebody } from "../accounts/somebody.ts";
import { findFalseMissing } from "../checks/find-false-missing.ts";
import type { Runners } from "../runs/create-runners.ts";
import type { RunLedger } from "../runs/run-ledger.ts";
import type { Scene } from "../programs/scene.ts";
import type { Program } from "../programs/program.ts";
import { leavesDoubt } from "../run.ts";
import { keys, type ServiceUnderTest } from "../start-service.ts";
import type { Tally } from "../tally.ts";
import { programText } from "./program-text.ts";
import { printedFailures, type PrintedFailure, signsOfBreakage } from "./read-output.ts";
import { readState, type RealState } from "./read-state.ts";
import { claimRuns, type RunsSeen } from "./real-runs.ts";
import type { RealProject } from "./real-project.ts";
import type { PlannedCommand } from "./real-profile.ts";
import type { CommandEnd, CommandResult } from "./run-command.ts";

/** What a run on the real engine found out. */
export interface RealReport {
  readonly seed: number;
  rounds: number;
  readonly commands: Tally;
  readonly events: Tally;
  readonly violations: string[];
  /** Programs, commands and outputs of the last round. */
  readonly transcript: string[];
}

/** Everything that a run keeps from one round to the next. */
export interface RealRun extends Scene {
  readonly project: RealProject;
  readonly accounts: Readonly<Record<"default" | "second" | "stranger", ServiceUnderTest>>;
  readonly controlUrl: string;
  readonly somebody: Somebody;
  readonly runners: Runners;
  readonly ledger: RunLedger;
  readonly runsSeen: RunsSeen;
  readonly doubts: Set<string>;
  readonly report: RealReport;
  /** Resources that the next up is to replace by `--replace`. */
  readonly toReplace: Set<string>;
}

/** Where the stack's own configuration leads to, and as whom. */
export interface RealTarget {
  readonly url: string;
  readonly key: keyof typeof keys;
  /** The account that this means. */
  readonly service: ServiceUnderTest["service"];
}

const home = ({ accounts }: RealRun): RealTarget => ({
  url: accounts.default.url,
  key: "first",
  service: accounts.default.service,
});

export const stateOf = ({ project }: RealRun): RealState => readState(project.stateFile);

/** The fingerprint that a state has of a target's key. */
export const fingerprintOf = ({ key }: RealTarget): string => accessKeyFingerprint(keys[key].accessKey);

/** Writes the text of a program, and keeps it for the report. */
export function writeProgram({ project, report, controlUrl, accounts }: RealRun, program: Program): void {
  const { buildProjects } = accounts.default.service.state;
  const body = programText(program, {
    controlUrl,
    second: { endpoint: accounts.second.url, ...keys.first },
    projectName: (id) => buildProjects.get(id)?.name,
  });
  project.writeProgram(body);
  report.transcript.push(`--- program ---\n${body.slice(body.indexOf("const second"))}`);
}

/** Runs a command, and sees what it said. */
export async function play(
  run: RealRun,
  words: readonly string[],
  { end, target = home(run) }: { end?: PlannedCommand["end"]; target?: RealTarget } = {},
): Promise<{ result: CommandResult; failures: PrintedFailure[] }> {
  const { project, report, accounts, doubts, program, somebody, runners, ledger } = run;
  const { accessKey, secretKey } = keys[target.key];
  const environment = { NCLOUD_API_GW: target.url, NCLOUD_ACCESS_KEY: accessKey, NCLOUD_SECRET_KEY: secretKey };
  const ending = endOf(accounts, end, [somebody, runners]);
  const result = await project.pulumi(words, { environment, end: ending });
  accounts.default.onRequest = () => undefined;
  accounts.second.onRequest = () => undefined;

  const { code, output, ended, isTooLong, left } = result;
  claimRuns(run, stateOf(run).runs);
  ledger.read(output);
  if (ended === "killed" || ended === "interrupted twice") ledger.killed();
  const how = ended ?? `exit code ${String(code)}`;
  report.transcript.push(`--- pulumi ${words.join(" ")} (${how}) ---\n${relevant(output)}`);
  report.commands.count(`${words[0] ?? ""}${ended === undefined ? "" : `, ${ended}`}`);
  if (isTooLong) report.violations.push(`pulumi ${words.join(" ")} did not end.`);
  await noteProcesses(run, left, ended);
  const breakage = ended === undefined ? signsOfBreakage(output) : [];
  report.violations.push(...breakage);

  const failures = printedFailures(output);
  for (const { resource, message } of failures) {
    if (leavesDoubt.test(message)) doubts.add(resource);
    const isSecond = program.pipelines.get(resource)?.provider === "second";
    const { state } = isSecond ? accounts.second.service : target.service;
    report.violations.push(...findFalseMissing(message, state).map((what) => `${resource}: ${what}`));
  }
  // What was under way may have reached no state.
  if (ended !== undefined) for (const resource of program.pipelines.keys()) doubts.add(resource);
  report.events.count("failure", failures.length);
  return { result, failures };
}

/** What is left behind is a finding, except where the SDK had not loaded the provider yet when its engine was killed. */
async function noteProcesses(
  { project, report }: RealRun,
  left: readonly string[],
  ended: CommandEnd["how"] | undefined,
): Promise<void> {
  if (ended === undefined || ended === "interrupted") {
    report.violations.push(...left.map((command) => `still there after its command: ${command}`));
  } else for (const command of left) report.events.count(`had to be ended after a kill: ${nameOf(command)}`);
  if (ended === "killed" || ended === "interrupted twice") await project.pulumi(["cancel", "--yes"]);
}

/** Of a command line, what tells the processes of a command apart. */
const nameOf = (command: string): string => /dynamic-provider|cmd\/run|language-nodejs/.exec(command)?.[0] ?? command;

function endOf(
  accounts: RealRun["accounts"],
  end: PlannedCommand["end"],
  others: readonly { act: () => void }[],
): CommandEnd | undefined {
  let requests = 0;
  let callback: (() => void) | undefined;
  const onRequest = (): void => {
    for (const other of others) other.act();
    requests += 1;
    if (requests === end?.requests) callback?.();
  };
  accounts.default.onRequest = onRequest;
  accounts.second.onRequest = onRequest;
  if (end === undefined) return undefined;
  return {
    how: end.how,
    when: (ending) => {
      callback = ending;
      if (end.afterMs !== undefined) setTimeout(ending, end.afterMs);
    },
  };
}

/** Progress is left out, and what there is too much of. */
const relevant = (output: string): string =>
  output
    .split("\n")
    .filter((line) => !/ Waiting \d|^@ |^\s*$/.test(line))
    .slice(-150)
    .join("\n");
