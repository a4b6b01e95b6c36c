import type { Table } from "../report/report.ts";
import { commandNames } from "./commands.ts";
import type { SizeResult } from "./measure-size.ts";

/** The page's picture is drawn from the table of this title. */
export const growthTitle = "Processor time over the floor, in milliseconds for each pipeline beyond the first";

/**
 * What a pipeline adds to the floor, as the stack grows. A stack of one pays for starting the client: that is taken off
 * and shown in a row of its own.
 */
export function growthTable([single, ...larger]: readonly SizeResult[]): Table {
  const differences = (result: SizeResult | undefined): number[] =>
    commandNames.map((name) => result?.commands[name].processor.difference ?? Number.NaN);
  const first = differences(single);
  return {
    title: growthTitle,
    columns: [{ head: "pipelines" }, ...commandNames.map((head) => ({ head, digits: 1 }))],
    rows: [
      ["the first", ...first],
      ...larger.map((result) => [
        result.size,
        ...differences(result).map((difference, index) => (difference - (first[index] ?? 0)) / (result.size - 1)),
      ]),
    ],
  };
}
