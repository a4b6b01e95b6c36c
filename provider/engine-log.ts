import { createRequire } from "node:module";

/** Shows a message to the user, under the running command. */
export type Report = (level: "info" | "warning", message: string) => void;

/**
 * Messages through the engine: a line under Diagnostics for a warning, a passing one for an info. The plugin process is
 * told the engine's address on its command line only, so it is handed to the SDK here.
 */
export const reportToEngine: Report = (level, message) => {
  const { log, settings } = loadSdk();
  const { options } = settings;
  options.engineAddr ??= process.argv.findLast((argument) => /^[\w.]+:\d+$/.test(argument));
  // Standard output is no way out: the engine shows it as a line of the whole stack.
  if (!options.engineAddr) return;
  void (level === "warning" ? log.warn(message) : log.info(message, undefined, undefined, true));
};

interface Sdk {
  log: {
    info(message: string, resource: undefined, stream: undefined, ephemeral: boolean): Promise<void>;
    warn(message: string): Promise<void>;
  };
  settings: { options: { engineAddr?: string | undefined } };
}

function loadSdk(): Sdk {
  const require = createRequire(import.meta.url);
  const { log } = require("@pulumi/pulumi") as Pick<Sdk, "log">;
  const { getStore } = require("@pulumi/pulumi/runtime/state.js") as { getStore: () => Pick<Sdk, "settings"> };
  return { log, settings: getStore().settings };
}
