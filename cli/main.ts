#!/usr/bin/env node
import { Command } from "commander";
import { emulatorCommand } from "./emulator.ts";

const program = new Command("sourcepipeline")
  .description("Tools for pipelines of NAVER Cloud SourcePipeline")
  .addCommand(emulatorCommand())
  .showHelpAfterError();

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
