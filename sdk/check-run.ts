/**
 * Set by `sourcepipeline check` for the program that it runs: `offline` where no account may be asked, `full` where the
 * functions ask theirs. What is wrong with pipelines is then found by the command, in all of them, and not here.
 */
export const checkVariable = "SOURCEPIPELINE_CHECK";

/** Whether `sourcepipeline check` runs this program, and what it may ask. */
export function checkRun(): "offline" | "full" | undefined {
  const value = process.env[checkVariable];
  return value === "offline" || value === "full" ? value : undefined;
}
