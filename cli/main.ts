#!/usr/bin/env node
import { Command } from "commander";
import { commands } from "./commands.ts";

const program = new Command("sourcepipeline")
  .description("Tools for pipelines of NAVER Cloud SourcePipeline")
  .showHelpAfterError();

const wanted = process.argv.slice(2).find((word) => Object.hasOwn(commands, word));
for (const [name, { summary, load }] of Object.entries(commands)) {
  const command = program.command(name).description(summary);
  if (name === wanted) (await load())(command);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
