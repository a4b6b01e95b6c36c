/** Where the emulator says what happens. Fields never hold a secret key. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

const nothing = (): void => undefined;

export const silentLog: Log = { info: nothing, warn: nothing, error: nothing };

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

const levels: Readonly<Record<number, string>> = { 40: "warning: ", 50: "error: " };

/**
 * A line of the JSON log as text for people: the time of day, the message, then what is worth knowing.
 *
 * @example prettyLine('{"level":30,"time":"2026-01-31T09:00:00.000Z","msg":"ready"}') // "09:00:00.000 ready\n"
 */
export function prettyLine(line: string): string {
  const { level, time, msg, ...fields } = JSON.parse(line) as Entry;
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${show(value)}`);
  return `${time.slice(11, 23)} ${levels[level] ?? ""}${msg}${rest.join("")}\n`;
}

interface Entry extends Record<string, unknown> {
  level: number;
  time: string;
  msg: string;
}

const show = (value: unknown): string =>
  typeof value === "string" && !/\s/.test(value) ? value : JSON.stringify(value);
