import { type Command, Option } from "commander";

/** One form in which a report is printed. */
interface ReportFormat<Report> {
  /** The help of the option with its name; absent for the form that is printed without any. */
  readonly help?: string;
  /** The report in this form, without a line break at its end. */
  readonly print: (report: Report) => string;
}

/** All forms of a report by their names, first the one that is printed unless another is asked for. */
export type ReportFormats<Report> = Readonly<Record<string, ReportFormat<Report>>>;

/** Adds an option for each form but the first: `--json`, `--markdown`. */
export function formatFlags<Report>(command: Command, formats: ReportFormats<Report>): Command {
  for (const [name, { help }] of Object.entries(formats)) if (help !== undefined) command.option(`--${name}`, help);
  return command;
}

/** Adds one option that names the form: `--format <form>`. */
export function formatOption<Report>(command: Command, formats: ReportFormats<Report>): Command {
  const [first = "", ...others] = Object.keys(formats);
  const option = new Option("--format <form>", "what to print").choices([first, ...others]).default(first);
  return command.addOption(option);
}

/**
 * Prints a report in the form that a command's options ask for, by either kind of option.
 *
 * @example printReport(report, formats, { json: true })
 */
export function printReport<Report>(report: Report, formats: ReportFormats<Report>, flags: object): void {
  const given = flags as Readonly<Record<string, unknown>> & { readonly format?: string };
  const [first = "", ...others] = Object.keys(formats);
  const name = given.format ?? others.find((form) => given[form] === true) ?? first;
  process.stdout.write(`${formats[name]?.print(report) ?? ""}\n`);
}

/** A report for programs. */
export const asJson = (report: unknown): string => JSON.stringify(report, undefined, 2);
