import { createRequire } from "node:module";
import type { Report } from "../../core/session.ts";

/**
 * Messages through the engine. The plugin process is told the engine's address on its command line only, so it is
 * handed to the SDK here.
 */
export const reportToEngine: Report = (level, message, urn) => {
  const { log, settings } = (sdk ??= loadSdk());
  const { options } = settings;
  options.engineAddr ??= engineAddress();
  // Standard output is no way out: the engine shows it as a line of the whole stack.
  if (!options.engineAddr) return;
  const resource = resourceOf(urn);
  void (level === "warning" ? log.warn(message, resource) : log.info(message, resource, undefined, level === "info"));
};

/** Where the engine listens that started this process as a plugin; undefined in every other process. */
export const engineAddress = (): string | undefined =>
  process.argv.findLast((argument) => /^[\w.]+:\d+$/.test(argument));

/** What the SDK's log needs of a resource. A malformed URN would make the engine panic. */
function resourceOf(urn: string | undefined): MessageTarget | undefined {
  if (urn === undefined || !/^urn:pulumi:[^:]+::[^:]+::[^\s]+::[^\n]+$/.test(urn)) return undefined;
  return { urn: { promise: () => Promise.resolve(urn) } };
}

interface MessageTarget {
  urn: { promise: () => Promise<string> };
}

interface Sdk {
  log: {
    /** An ephemeral message shows on the row of its resource, and never under Diagnostics. */
    info(message: string, resource: MessageTarget | undefined, stream: undefined, ephemeral: boolean): Promise<void>;
    warn(message: string, resource: MessageTarget | undefined): Promise<void>;
  };
  settings: { options: { engineAddr?: string | undefined } };
}

/** Found once: even a module that is loaded takes time to look up, and a preview tells something of every pipeline. */
let sdk: Sdk | undefined;

function loadSdk(): Sdk {
  const require = createRequire(import.meta.url);
  const { log } = require("@pulumi/pulumi") as Pick<Sdk, "log">;
  const { getStore } = require("@pulumi/pulumi/runtime/state.js") as { getStore: () => Pick<Sdk, "settings"> };
  return { log, settings: getStore().settings };
}
