import type { RunStatus } from "../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";

/** How `run` and `watch` end; scripts rely on them. */
export const exitCodes = {
  success: 0,
  error: 1,
  canceled: 2,
  failed: 3,
  /** As of the command `timeout`. */
  timeout: 124,
  /** As of a process that SIGINT ended. */
  interrupted: 130,
} as const;

/** The exit code for what a run came to. */
export const exitCodeOf = (status: Exclude<RunStatus, "running">): number => exitCodes[status];

/** For the help of a command. */
export const exitCodesHelp = `
Exit code: 0 when the run succeeded, 1 for an error, 2 when the run was canceled, 3 when it failed, 124 when it did not
end in time, 130 when Ctrl-C ended the command and the run goes on, or none was started.`;
