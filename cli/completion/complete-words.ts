import { Command, Help, type Option } from "commander";
import { type Candidate, completeOperand } from "./complete-operand.ts";

/** What a shell offers: words, or the files or folders that it finds itself. */
export type Completion = readonly Candidate[] | "files" | "folders";

/** What the command line knows: its subcommands by name, and the options of all of them. */
export interface CommandLine {
  readonly commands: Readonly<
    Record<string, { readonly summary: string; readonly load: () => Promise<(command: Command) => Command> }>
  >;
  readonly globalOptions: (program: Command) => Command;
}

/**
 * What the last word can become.
 *
 * @param words what was typed behind the command's name, the last one up to the cursor, which may be empty
 * @example await completeWords(["run", "sh"], { commands, globalOptions }) // [{ word: "shop", description: "id 3101" }]
 */
export async function completeWords(
  words: readonly string[],
  { commands, globalOptions }: CommandLine,
): Promise<Completion> {
  const [current = "", ...reversed] = joinedValues(words).reverse();
  const typed = reversed.reverse();
  const at = typed.findIndex((word, index) => Object.hasOwn(commands, word) && !isFolderOption(typed[index - 1]));
  const program = globalOptions(new Command("sourcepipeline"));
  const name = typed[at];
  if (name === undefined) {
    const help = typed.find((word) => word === "help");
    return completeIn(program, typed, current, () => commandNames(commands, help === undefined));
  }
  const command = program.command(name);
  (await commands[name]?.load())?.(command);
  return completeIn(command, typed.slice(at + 1), current, (operands) => completeOperand(command, operands));
}

/**
 * The lines that the shells' scripts read: a word, a tab and its description; or what the shell finds itself.
 *
 * @example completionLines([{ word: "shop", description: "id 3101" }]) // ["shop\tid 3101"]
 */
export const completionLines = (completion: Completion): string[] =>
  typeof completion === "string"
    ? [`:${completion}`]
    : completion.map(({ word, description = "" }) => `${word}\t${description.replaceAll(/\s+/g, " ")}`);

const isFolderOption = (word: string | undefined): boolean => word === "-C" || word === "--cwd";

function commandNames(commands: CommandLine["commands"], withHelp: boolean): Candidate[] {
  const names = Object.entries(commands).map(([word, { summary: description }]) => ({ word, description }));
  return withHelp ? [...names, { word: "help", description: "display help for a command" }] : names;
}

async function completeIn(
  command: Command,
  typed: readonly string[],
  current: string,
  complete: (operands: readonly string[]) => Promise<Completion> | Completion,
): Promise<Completion> {
  const options = new Help().visibleOptions(command).concat(command.parent?.options ?? []);
  const isLiteral = typed.includes("--");
  const [, given, value] = isLiteral ? [] : (/^(--[^=]+)=(.*)$/s.exec(current) ?? []);
  if (given !== undefined && value !== undefined) {
    return beginningWith(value, valuesOf(options.find(({ long }) => long === given)), `${given}=`);
  }
  const waiting = isLiteral ? undefined : options.find((option) => takesValue(option) && isOf(option, typed.at(-1)));
  if (waiting !== undefined) return beginningWith(current, valuesOf(waiting));
  if (!isLiteral && current.startsWith("-")) return beginningWith(current, optionWords(options, typed));

  // What is wrong with them is for the command itself to say.
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  command.parseOptions([...typed]);
  return beginningWith(current, await complete(operandsIn(typed, options)));
}

/** Bash parts \`--format=dot\` into three words. */
const joinedValues = (words: readonly string[]): string[] => {
  const parted = words.flatMap((word, index) => (word === "=" && index < words.length - 1 ? [] : [word]));
  return parted.at(-1) === "=" ? [...parted.slice(0, -1), ""] : parted;
};

/** Only a value that must be there is asked for: what may be there may be an operand as well. */
const takesValue = ({ required }: Option): boolean => required;

const isOf = ({ long, short }: Option, word: string | undefined): boolean =>
  word !== undefined && (word === long || word === short);

function valuesOf(option: Option | undefined): Completion {
  if (option === undefined) return [];
  if (option.argChoices !== undefined) return option.argChoices.map((word) => ({ word }));
  if (option.flags.includes("<file>")) return "files";
  return option.flags.includes("<folder>") ? "folders" : [];
}

/** Options that were not given yet, by their long names. */
const optionWords = (options: readonly Option[], typed: readonly string[]): Candidate[] =>
  options
    .filter((option) => option.variadic || !typed.some((word) => isOf(option, word)))
    .flatMap(({ long, description }) => (long === undefined ? [] : [{ word: long, description }]));

function operandsIn(typed: readonly string[], options: readonly Option[]): string[] {
  const end = typed.includes("--") ? typed.indexOf("--") : typed.length;
  const before = typed
    .slice(0, end)
    .filter(
      (word, index) =>
        !word.startsWith("-") && !options.some((option) => takesValue(option) && isOf(option, typed[index - 1])),
    );
  return [...before, ...typed.slice(end + 1)];
}

const beginningWith = (start: string, completion: Completion, prefix = ""): Completion =>
  typeof completion === "string"
    ? completion
    : completion.filter(({ word }) => word.startsWith(start)).map((one) => ({ ...one, word: prefix + one.word }));
