import { pino } from "pino";
import { silentLog, type Log } from "./log.ts";
import { prettyLine } from "./pretty-line.ts";

export const logForms = ["silent", "pretty", "json"] as const;
export type LogForm = (typeof logForms)[number];

/**
 * A log to standard error: one line of JSON or of text for each event. Standard output stays free for what programs
 * read.
 */
export function createLog(form: LogForm, write: (line: string) => void): Log {
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logs: Record<LogForm, () => Log> = {
    silent: () => silentLog,
    json: () => pino(options, { write }),
    pretty: () =>
      pino(options, {
        write: (line) => {
          write(prettyLine(line));
        },
      }),
  };
  return logs[form]();
}
