import { Argument, type Command } from "commander";
import { type CommandLine, completeWords, completionLines } from "../completion/complete-words.ts";
import { shells, shellScripts } from "../completion/shell-scripts.ts";

/** How long a shell waits for words, in milliseconds: whoever pressed the tab key sits there. */
const patienceMs = 3_000;

/** `sourcepipeline completion`: prints what makes a shell complete words. */
export function completionCommand(command: Command, commandLine: CommandLine): Command {
  command
    .command("words", { hidden: true })
    .description("print what the last of some words can become; the shells' scripts call it")
    .argument("[words...]")
    .action((words: readonly string[]) => printWords(words, commandLine));
  return command
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .addHelpText(
      "after",
      `
bash: add this line to ~/.bashrc:   eval "$(sourcepipeline completion bash)"
zsh:  add this line to ~/.zshrc:    eval "$(sourcepipeline completion zsh)"
fish: sourcepipeline completion fish > ~/.config/fish/completions/sourcepipeline.fish`,
    )
    .action((shell: (typeof shells)[number]) => void process.stdout.write(shellScripts[shell]));
}

/** Says nothing where there is nothing to say, or no account to ask: an error would stand in the middle of a line. */
async function printWords(words: readonly string[], commandLine: CommandLine): Promise<void> {
  setTimeout(() => process.exit(0), patienceMs).unref();
  const lines = completionLines(await completeWords(words, commandLine).catch(() => []));
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
