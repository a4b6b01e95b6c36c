import type { Settings } from "../../config/settings.ts";
import { waitInRealTime as wait } from "../../core/http/index.ts";
import type { Owners } from "../../core/resource/index.ts";
import type { Host } from "../../core/session.ts";
import { commandOwners } from "../shared/command-owners.ts";
import { machineAttempts } from "../shared/machine-attempts.ts";
import { createSessions } from "../shared/sessions.ts";
import type { EngineLog } from "./engine-log.ts";
import { pluginDownloadURL } from "./download-url.ts";
import { kinds } from "./kinds.ts";
import { pluginFunctions } from "./plugin-functions.ts";
import type { CancelableProcess } from "./plugin-process.ts";
import { createProvider, type Provider } from "./provider.ts";
import { packageSchema } from "./schema/package-schema.ts";

/** What the plugin's process is. */
interface Surroundings {
  readonly version: string;
  /** Where the engine listens; undefined when nobody started this process as a plugin. */
  readonly engine: string | undefined;
  readonly log: EngineLog;
  readonly process: CancelableProcess;
}

/** Composition root of the plugin's process: the sessions of its command are kept here and nowhere else. */
export function loadProvider({ version, engine, log, process }: Surroundings): Provider {
  const { report, isHeard } = log;
  const sessions = createSessions(report, isHeard);
  const command = {};
  let owners: Owners | undefined;
  /** Asked for once: the answer takes as long as a request. */
  let userZone: string | undefined;

  const hostFor = (settings: Settings): Host => ({
    connect: sessions.connector(settings, command),
    report,
    owners: (owners ??= commandOwners(engine, Date.now, String(globalThis.process.ppid))),
    attempts: machineAttempts(Date.now, 1),
    now: Date.now,
    wait,
    signal: process.signal,
    isAbandoned: process.isAbandoned,
    userZone: () => (userZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone),
  });
  const schema = (): string => JSON.stringify(packageSchema({ version, pluginDownloadURL: pluginDownloadURL() }));
  return createProvider({ kinds, functions: pluginFunctions, schema, hostFor });
}
