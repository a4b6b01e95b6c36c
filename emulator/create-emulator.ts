import type { IncomingMessage, ServerResponse } from "node:http";
import { createAdminClient } from "./client/create-admin-client.ts";
import { createHostClock } from "./clock/host-clock.ts";
import { createService } from "./create-service.ts";
import { hostNameReader } from "./http/allowed-hosts.ts";
import { openExchange } from "./http/exchange.ts";
import { createFeed, type Feed } from "./console/create-feed.ts";
import { viewService } from "./console/view-service.ts";
import { listen } from "./http/listen.ts";
import { isLoopback } from "./http/loopback.ts";
import { serve } from "./serve.ts";
import { createLog } from "./log/create-log.ts";
import { defaultKeys, type Emulator, type EmulatorOptions } from "./options.ts";
import type { Service } from "./service.ts";
import { readValue } from "./shape/read-value.ts";
import { check, instant, listOf, optional } from "./shape/shape.ts";
import { createSaver, noSaver } from "./world/create-saver.ts";
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
  const { host: name = "127.0.0.1", port = 0, stateFile } = options;
  const keys = {
    accessKey: options.accessKey ?? defaultKeys.accessKey,
    secretKey: options.secretKey ?? defaultKeys.secretKey,
  };
  const log = await createLog(options.log ?? "silent", (line) => process.stderr.write(line));
  const time = readValue("time", optional(instant), options.time);
  const tellFailure = (error: unknown): void =>
    log.error({ stateFile, error: String(error) }, "the state file cannot be written");
  const saver = stateFile === undefined ? noSaver : createSaver(() => saveState(stateFile, service), tellFailure);
  const seed = readSeed("seed", options.seed ?? sampleSeed);
  const saved = stateFile === undefined ? undefined : await readSeedFile(stateFile);
  const host = createHostClock(() => Date.now());
  const feed = createFeed(() => viewService(service), host.after);
  const allowHosts = readValue("allowHosts", listOf(hostNameReader), options.allowHosts);
  const multiple = readValue("speed", optional(speed), options.speed) ?? 1;

  // First the port: an emulator that cannot have it must not touch the state file of the one that has it.
  const { server, address, url } = await listen(
    (request, response) => accept(service, feed, request, response),
    name,
    port,
  );
  const service: Service = createService({
    keys,
    log,
    seed,
    saved,
    time: time === undefined ? undefined : Date.parse(time),
    speed: multiple,
    host,
    hosts: [name, ...allowHosts],
    saver: { ...saver, changed: both(saver.changed, feed.touch) },
  });
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    service.clock.close();
    // The time went on since the last change.
    service.changed();
    await saver.saved();
  };
  if (!isLoopback(address)) {
    log.warn({ address }, "other machines can reach this emulator, and its admin routes need no signature");
  }
  log.info({ url }, "ready");
  return { url, ...keys, admin: createAdminClient(url), close, [Symbol.asyncDispose]: close };
}

const saveState = (stateFile: string, { world, clock }: Service): Promise<void> =>
  writeFileAtomically(stateFile, `${JSON.stringify(snapshot(world, clock.now()))}\n`);

const both =
  (first: () => void, second: () => void): (() => void) =>
  () => {
    first();
    second();
  };

function accept(service: Service, feed: Feed, request: IncomingMessage, response: ServerResponse): void {
  const exchange = openExchange(request, response, service.clock.now());
  serve(exchange, service, feed)
    .catch((error: unknown) => {
      service.log.error({ error: String(error) }, "a request could not be answered");
      response.destroy();
    })
    .finally(feed.touch);
}
