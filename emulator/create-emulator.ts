import type { IncomingMessage, ServerResponse } from "node:http";
import { adminRoot } from "./admin/admin-root.ts";
import { serveAdmin } from "./admin/serve-admin.ts";
import { createAdminClient } from "./client/create-admin-client.ts";
import { createHostClock } from "./clock/host-clock.ts";
import { createService } from "./create-service.ts";
import { openExchange } from "./http/exchange.ts";
import { listen } from "./http/listen.ts";
import { serveRequest } from "./http/serve-request.ts";
import { createLog } from "./log/create-log.ts";
import { defaultKeys, type Emulator, type EmulatorOptions } from "./options.ts";
import type { Service } from "./service.ts";
import { readValue } from "./shape/read-value.ts";
import { check, instant, optional } from "./shape/shape.ts";
import { createSaver } from "./world/create-saver.ts";
import { readSeed } from "./world/read-seed.ts";
import { sampleSeed } from "./world/sample-seed.ts";
import { snapshot } from "./world/snapshot.ts";
import { readSeedFile, writeFileAtomically } from "./world/state-file.ts";

/** Faster, and a run of a day would be over within a timer of the machine. */
const speed = check<number>("a number from 0 to 1000000", (value) => Number(value) >= 0 && Number(value) <= 1_000_000);

/**
 * Starts an emulator of SourcePipeline in this process.
 *
 * @example await using emulator = await createEmulator({ seed: { repositories: [{ name: "shop-api" }] } });
 * @throws ShapeError when seed, state file, time or speed cannot be used; ListenError when the port cannot be had.
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = "127.0.0.1", port = 0, stateFile } = options;
  const keys = {
    accessKey: options.accessKey ?? defaultKeys.accessKey,
    secretKey: options.secretKey ?? defaultKeys.secretKey,
  };
  const log = await createLog(options.log ?? "silent", (line) => process.stderr.write(line));
  const time = readValue("time", optional(instant), options.time);
  const saver = createSaver(
    () => saveState(stateFile, service),
    (error) => {
      log.error({ stateFile, error: String(error) }, "the state file cannot be written");
    },
  );
  const service: Service = createService({
    keys,
    log,
    seed: readSeed("seed", options.seed ?? sampleSeed),
    saved: stateFile === undefined ? undefined : await readSeedFile(stateFile),
    time: time === undefined ? undefined : Date.parse(time),
    speed: readValue("speed", optional(speed), options.speed) ?? 1,
    host: createHostClock(() => Date.now()),
    changed: saver.changed,
  });

  const { server, url } = await listen(accept(service), host, port);
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    service.clock.close();
    await saver.close();
  };
  log.info({ url }, "ready");
  return { url, ...keys, admin: createAdminClient(url), close, [Symbol.asyncDispose]: close };
}

async function saveState(stateFile: string | undefined, { world, clock }: Service): Promise<void> {
  if (stateFile !== undefined)
    await writeFileAtomically(stateFile, `${JSON.stringify(snapshot(world, clock.now()))}\n`);
}

function accept(service: Service) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const exchange = openExchange(request, response, service.clock.now());
    const serve = exchange.path.startsWith(`${adminRoot}/`) ? serveAdmin : serveRequest;
    serve(exchange, service).catch((error: unknown) => {
      service.log.error({ error: String(error) }, "a request could not be answered");
      response.destroy();
    });
  };
}
