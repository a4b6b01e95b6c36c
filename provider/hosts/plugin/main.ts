import { ownPackage } from "../../core/own-package.ts";
import { createEngineLog } from "./engine-log.ts";
import { watchProcess } from "./plugin-process.ts";
import { createProviderService } from "./provider-service.ts";
import { startServer } from "./server.ts";

/*
 * The process that the engine starts: `pulumi-resource-ncloud ENGINE`. Its first line of output is the port; what
 * follows there nobody sees.
 */

const { version } = ownPackage();
const log = createEngineLog();
const watched = watchProcess(() => process.exit(0));
const engine = process.argv.slice(2).findLast((argument) => /^[\w.]+:\d+$/.test(argument));
const service = createProviderService({
  version,
  log,
  process: watched,
  // Everything but the protocol is loaded when the provider is configured: the engine waits for the port first.
  load: async () => {
    const { loadProvider } = await import("./runtime.ts");
    return loadProvider({ version, engine, log, process: watched });
  },
});
if (engine !== undefined) log.connect(engine);
void startServer(service).then(({ port }) => process.stdout.write(`${String(port)}\n`));
