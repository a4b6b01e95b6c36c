#!/usr/bin/env node
import { Command } from "commander";
import { commands, globalOptions } from "./commands.ts";
import { outliveReader } from "./output/outlive-reader.ts";
import { messageOf } from "./output/text.ts";

outliveReader(process);

const program = globalOptions(new Command("sourcepipeline"))
  .description("Tools for pipelines of NAVER Cloud SourcePipeline")
  .configureHelp({ showGlobalOptions: true })
  // The help of a command is longer than a screen, and what was wrong would stand above it.
  .showHelpAfterError('Add "--help" to see what can be given.')
  .hook("preAction", () => enter(program.opts<{ cwd?: string }>().cwd));

const wanted = wantedCommand(process.argv.slice(2));
for (const [name, { summary, load }] of Object.entries(commands)) {
  const command = program.command(name).description(summary);
  if (name === wanted) (await load())(command);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

/** The first word that names a command; a folder may be called like one. */
function wantedCommand(words: readonly string[]): string | undefined {
  return words.find((word, index) => !/^(-C|--cwd)$/.test(words[index - 1] ?? "") && Object.hasOwn(commands, word));
}

function enter(folder: string | undefined): void {
  if (folder === undefined) return;
  try {
    process.chdir(folder);
  } catch {
    throw new Error(`--cwd ${folder}: this folder does not exist, or cannot be entered.`);
  }
}
