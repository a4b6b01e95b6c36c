import { changedPipelines, populate, strangersMark, pipelinesOf } from "./accounts/other-account.ts";
import type { Command, Outcome } from "./engine/command.ts";
import { destroy } from "./engine/destroy.ts";
import { preview } from "./engine/preview.ts";
import { refresh } from "./engine/refresh.ts";
import { up } from "./engine/up.ts";
import type { Mistake } from "./faults/fault-profile.ts";
import { onlyEdits } from "./programs/only-edits.ts";
import type { Program } from "./programs/program.ts";
import { note, type Processes, type Run, startProcesses, type Target } from "./run.ts";
import type { Saved, Stack } from "./stack.ts";

const commands: Readonly<
  Record<Mistake["command"], (stack: Stack, program: Program, command: Command) => Promise<Outcome>>
> = {
  preview,
  up,
  refresh: (stack, _program, command) => refresh(stack, command),
  destroy: (stack, _program, command) => destroy(stack, command),
};

/** Runs a command that is pointed to another account: nothing of that may change, nothing of it may reach the state. */
export async function playMistake(run: Run, mistake: Mistake, limitMs: number | undefined): Promise<void> {
  const { stack, random, services, accounts, report } = run;
  const target = targetOf(run, mistake);
  const before = populate(target.service, services.default.state.pipelines.values(), random, mistake.by === "key");
  const saved = stack.resources;
  const runsBefore = target.service.state.runs.size;
  const processes = startProcesses(run, target, limitMs);
  const command = { ...processes, parallel: 6, continueOnError: random() < 0.5 };
  const outcome = await commands[mistake.command](stack, onlyEdits(run), command);
  note(run, processes, outcome, report.operations);
  report.events.count(`mistaken ${mistake.command}, another ${mistake.by}`);

  for (const id of changedPipelines(before, pipelinesOf(accounts.stranger.service))) {
    report.violations.push(`the other account changed by a mistaken ${mistake.command}: pipeline ${String(id)}.`);
  }
  if (target.service.state.runs.size > runsBefore) {
    report.violations.push(`a mistaken ${mistake.command} ran a pipeline of the other account.`);
  }
  report.violations.push(
    ...leaksOf(saved, stack, processes).map((leak) => `${leak}, after a mistaken ${mistake.command}.`),
  );
}

const targetOf = ({ accounts }: Run, { by }: Mistake): Target => ({
  url: by === "endpoint" ? accounts.stranger.url : accounts.default.url,
  key: by === "endpoint" ? "first" : "other",
  service: accounts.stranger.service,
});

/** What a state lost, or took over from the other account. */
function leaksOf(before: readonly Saved[], stack: Stack, { target, hostOf }: Processes): string[] {
  const { accessKeyFingerprint: account, endpoint } = hostOf("default").connect();
  const own = ({ provider }: Saved): boolean => provider === "default";
  // What another resource took over is not lost.
  const lost = before.filter(own).filter(({ id }) => !stack.resources.some((saved) => own(saved) && saved.id === id));
  const marks = [
    strangersMark,
    ...(target.key === "other" ? [`"account":"${account}"`] : [`"endpoint":"${endpoint}"`]),
  ];
  const taken = stack.resources
    .filter(own)
    .filter((saved) => marks.some((mark) => JSON.stringify([saved.inputs, saved.outs]).includes(mark)));
  return [
    ...lost.map(({ resource, id }) => `lost from the state: ${resource}, id ${id}`),
    ...taken.map(({ resource }) => `something of the other account is in the state: ${resource}`),
  ];
}
