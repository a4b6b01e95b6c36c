import type { Command } from "commander";
import { ownVersion } from "./own-package.ts";

/** A subcommand: a line for the help, and where its options and its action are. */
interface Subcommand {
  readonly summary: string;
  /** Loads what completes the command; nothing of it is loaded for another command, or for the help. */
  readonly load: () => Promise<(command: Command) => Command>;
}

/** The subcommands of `sourcepipeline`, by name. */
export const commands: Readonly<Record<string, Subcommand>> = {
  emulator: {
    summary: "run an emulator of SourcePipeline on this machine",
    load: async () => (await import("./commands/emulator.ts")).emulatorCommand,
  },
  example: {
    summary: "write an example of this package as a project of its own",
    load: async () => (await import("./commands/example.ts")).exampleCommand,
  },
  export: {
    summary: "write existing pipelines as a Pulumi program, and the file that imports them",
    load: async () => (await import("./commands/export.ts")).exportCommand,
  },
  graph: {
    summary: "draw pipelines: their tasks, what starts them, and which starts which",
    load: async () => (await import("./commands/graph.ts")).graphCommand,
  },
  check: {
    summary: "check pipelines of a program, an account or data files against all rules",
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  preview: {
    summary: "show what an update would do, as Markdown for a comment on a pull request",
    load: async () => (await import("./commands/preview.ts")).previewCommand,
  },
  drift: {
    summary: "show what was changed outside of a stack's program",
    load: async () => (await import("./commands/drift.ts")).driftCommand,
  },
  run: {
    summary: "start a pipeline, follow the run, and end as it does",
    load: async () => (await import("./commands/run.ts")).runCommand,
  },
  watch: {
    summary: "follow a run that is under way, and end as it does",
    load: async () => (await import("./commands/watch.ts")).watchCommand,
  },
  cancel: {
    summary: "cancel a run, and wait until it has ended",
    load: async () => (await import("./commands/cancel.ts")).cancelCommand,
  },
  runs: {
    summary: "list the last runs of a pipeline, and why the last failure failed",
    load: async () => (await import("./commands/runs.ts")).runsCommand,
  },
  completion: {
    summary: "print what makes bash, zsh or fish complete commands, options and names",
    load: async () => {
      const { completionCommand } = await import("./commands/completion.ts");
      return (command) => completionCommand(command, { commands, globalOptions });
    },
  },
  doctor: {
    summary: "check keys, clock, location, endpoint, permissions and versions",
    load: async () => (await import("./commands/doctor.ts")).doctorCommand,
  },
};

/** Adds the options that stand before or behind every subcommand. */
export const globalOptions = (program: Command): Command =>
  program
    .version(ownVersion(), "-v, --version", "print the version")
    .option("-C, --cwd <folder>", "run as if started in this folder");
