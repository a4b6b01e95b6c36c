import { type Command, InvalidArgumentError, Option } from "commander";
import { millisecondsOf } from "../../provider/core/resource/duration.ts";
import { accountOptions } from "../account/account-options.ts";

/** How long a run may take unless the option says otherwise; the same as for the resource. */
const defaultTimeout = "1h";

/** Timers cannot wait for much longer. */
const longestMs = 20 * 24 * 3_600_000;

/** Adds the pipeline, and the options of a command that asks its account. */
export const pipelineArgument = (command: Command): Command =>
  accountOptions(
    command
      .argument("<pipeline>", "name or id of the pipeline; behind -- when it begins with a dash")
      .configureOutput({ outputError: (text, write) => write(text.replace(unknownOption, `$&. ${dashHint}`)) }),
  );

/** The mistake of which a name may be the cause. */
const unknownOption = /^error: unknown option '[^\n]*'/;

const dashHint = 'A name that begins with a dash goes behind "--".';

/** Adds the options of a command that follows a run. */
export const followOptions = (command: Command): Command =>
  command
    .addOption(
      new Option("--timeout <duration>", "how long it may take, such as 90s, 30m or 1h30m")
        .argParser(readDuration)
        .default(readDuration(defaultTimeout), defaultTimeout),
    )
    .option("--json", "print one JSON object a line, as docs/run-events.schema.json describes them");

/** What those options give. */
export interface FollowFlags {
  /** In milliseconds. */
  timeout: number;
  json?: boolean;
}

function readDuration(text: string): number {
  const milliseconds = millisecondsOf(text);
  if (milliseconds !== undefined && milliseconds > 0 && milliseconds <= longestMs) return milliseconds;
  throw new InvalidArgumentError("Give a duration such as 90s, 30m or 1h30m, at most 480h.");
}
