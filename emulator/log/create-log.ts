import { silentLog, type Log } from "./log.ts";
import { prettyLine } from "./pretty-line.ts";

/** No log, a line of text for people, or a line of JSON for each event. */
export type LogForm = "silent" | "pretty" | "json";

/**
 * A log to standard error: one line of JSON or of text for each event. Standard output stays free for what programs
 * read.
 */
export async function createLog(form: LogForm, write: (line: string) => void): Promise<Log> {
  if (form === "silent") return silentLog;
  // Tests start many silent emulators; they do not wait for the logger to load.
  const { pino } = await import("pino");
  const writeLine = form === "json" ? write : (line: string) => write(prettyLine(line));
  const log: Log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: writeLine });
  return log;
}
