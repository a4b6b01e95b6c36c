import { ancestorsOf, readProcess } from "./ancestors.ts";

/** Milliseconds between two looks. */
const pace = 500;

/**
 * Ends this process when what runs it has ended, if it was started by npm, npx or another runner of packages: killing
 * one of those leaves behind what it runs. What somebody else started is none of our business, nor is what is on its own
 * already when this is called: in a session of its own, or in the background of a script that has ended.
 *
 * @param end called once
 */
export function endWithParent(environment: NodeJS.ProcessEnv, end: () => void): void {
  if (!isRunByPackageRunner(environment)) return;
  const isGone = process.platform === "linux" ? ancestorsChanged() : parentChanged();
  const timer = setInterval(() => {
    if (!isGone()) return;
    clearInterval(timer);
    // Whoever read what is written here may have ended, too.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
    end();
  }, pace);
  timer.unref();
}

/** They all say who they are to what they run, and call it what it is: a script, `npx`. */
export const isRunByPackageRunner = ({
  npm_config_user_agent: agent,
  npm_lifecycle_event: event,
}: NodeJS.ProcessEnv): boolean => (agent ?? event ?? "") !== "";

/** A process whose parent ends gets another one. Names are not looked at again: a shell may become its last command. */
function ancestorsChanged(): () => boolean {
  const ancestors = ancestorsOf(process.pid, readProcess);
  const children = [process.pid, ...ancestors];
  return () => ancestors.some((ancestor, index) => readProcess(children[index] ?? 0)?.parent !== ancestor);
}

/** Where no file tells of processes, the parent alone is looked at. */
function parentChanged(): () => boolean {
  const first = process.ppid;
  return () => process.ppid !== first;
}
