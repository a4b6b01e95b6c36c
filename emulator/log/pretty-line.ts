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
