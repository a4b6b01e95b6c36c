import { changedPipelines, populate, strangersMark, pipelinesOf } from "../accounts/other-account.ts";
import type { Mistake } from "../faults/fault-profile.ts";
import { onlyEdits } from "../programs/only-edits.ts";
import type { RealState, StatePipeline } from "./read-state.ts";
import { fingerprintOf, play, type RealRun, type RealTarget, stateOf, writeProgram } from "./real-run.ts";

const words: Readonly<Record<Mistake["command"], readonly string[]>> = {
  preview: ["preview"],
  up: ["up", "--yes", "--skip-preview", "--continue-on-error"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview", "--continue-on-error"],
};

/** Runs a command that is pointed to another account: nothing of that may change, nothing of it may reach the state. */
export async function playRealMistake(run: RealRun, { command, by }: Mistake): Promise<void> {
  const { accounts, services, random, report, program } = run;
  const { stranger } = accounts;
  const target: RealTarget = {
    url: by === "endpoint" ? stranger.url : accounts.default.url,
    key: by === "endpoint" ? "first" : "other",
    service: stranger.service,
  };
  const before = populate(stranger.service, services.default.state.pipelines.values(), random, by === "key");
  const state = stateOf(run);
  const runsBefore = stranger.service.state.runs.size;
  writeProgram(run, onlyEdits(run));
  await play(run, words[command], { target });
  writeProgram(run, program);

  for (const id of changedPipelines(before, pipelinesOf(stranger.service))) {
    report.violations.push(`the other account changed by a mistaken ${command}: pipeline ${String(id)}.`);
  }
  if (stranger.service.state.runs.size > runsBefore) {
    report.violations.push(`a mistaken ${command} ran a pipeline of the other account.`);
  }
  report.violations.push(
    ...leaksOf(state, stateOf(run), target).map((leak) => `${leak}, after a mistaken ${command}.`),
  );
}

const own = ({ provider }: StatePipeline): boolean => provider === "default";

/** What a state lost, or took over from the other account. */
function leaksOf(before: RealState, after: RealState, target: RealTarget): string[] {
  const { url, key } = target;
  const ids = new Set(after.pipelines.filter(own).map(({ id }) => id));
  const lost = before.pipelines.filter(own).filter(({ id }) => !ids.has(id));
  const mark = key === "other" ? `"account":"${fingerprintOf(target)}"` : `"endpoint":"${url}"`;
  const taken = after.pipelines.filter(own).filter(({ text }) => text.includes(mark) || text.includes(strangersMark));
  return [
    ...lost.map(({ resource, id }) => `lost from the state: ${resource}, id ${id}`),
    ...taken.map(({ resource }) => `something of the other account is in the state: ${resource}`),
  ];
}
