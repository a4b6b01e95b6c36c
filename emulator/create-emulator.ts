import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { adminRoot } from "./admin/admin-route.ts";
import { createAdminClient } from "./admin/create-admin-client.ts";
import { serveAdmin } from "./admin/serve-admin.ts";
import { createHostClock } from "./clock/host-clock.ts";
import { createFeed, type Feed } from "./console/create-feed.ts";
import { serveConsole } from "./console/serve-console.ts";
import { viewService } from "./console/view-service.ts";
import { createService } from "./create-service.ts";
import { isLoopback } from "./http/check-host.ts";
import { type RequestContext, openContext } from "./http/context.ts";
import { listen } from "./http/listen.ts";
import { serveRequest } from "./http/serve-request.ts";
import { createLog } from "./log.ts";
import { type Emulator, type EmulatorOptions, readOptions } from "./options.ts";
import type { Service } from "./service.ts";
import { noStore, openStateStore } from "./store/open-state-store.ts";

/**
 * Starts an emulator of SourcePipeline in this process.
 *
 * @example await using emulator = await createEmulator({ seed: { repositories: [{ name: "shop-api" }] } });
 * @throws ShapeError when seed, state file, time or speed cannot be used; ListenError when the port cannot be had;
 *   StateFileInUseError when another emulator has the state file.
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host: name, port, allowHosts, stateFile, ...given } = readOptions(options);
  const log = await createLog(options.log ?? "silent", (line) => process.stderr.write(line));
  const host = createHostClock(() => Date.now());
  const feed = createFeed(() => viewService(service), host.after);

  // First the port: an emulator that cannot have it must not touch the state file of the one that has it. What is asked
  // before the state was read waits.
  const started = Promise.withResolvers<Service>();
  const { server, address, url } = await listen(
    (request, response) => void started.promise.then((ready) => accept(ready, feed, request, response)),
    name,
    port,
  );
  const failed = (error: unknown): void =>
    log.error({ stateFile, error: String(error) }, "the state file cannot be written");
  const store =
    stateFile === undefined
      ? noStore
      : await openStateStore({ stateFile, url, current: () => service, failed }).catch(async (error: unknown) => {
          await closeServer(server);
          throw error;
        });

  const service: Service = createService({
    ...given,
    log,
    saved: store.saved,
    host,
    hosts: [name, ...allowHosts],
    saver: { ...store.saver, changed: both(store.saver.changed, feed.touch) },
  });
  // Whoever sees that it is ready finds the state file.
  await store.saver.saved();
  started.resolve(service);
  const close = once(async () => {
    await closeServer(server);
    service.clock.close();
    await store.close();
  });
  if (!isLoopback(address)) {
    log.warn({ address }, "other machines can reach this emulator, and its admin routes need no signature");
  }
  log.info({ url }, "ready");
  return { url, ...given.keys, admin: createAdminClient(url), close, [Symbol.asyncDispose]: close };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

const both =
  (first: () => void, second: () => void): (() => void) =>
  () => {
    first();
    second();
  };

/** Does something at the first call; later calls wait for the same. */
function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= action());
}

function accept(service: Service, feed: Feed, request: IncomingMessage, response: ServerResponse): void {
  const context = openContext(request, response, service.clock.now());
  serve(context, service, feed)
    .catch((error: unknown) => {
      service.log.error({ error: String(error) }, "a request could not be served");
      response.destroy();
    })
    .finally(feed.touch);
}

/** Sends a request to the part of the emulator that serves it: console, admin routes, or the service. */
async function serve(context: RequestContext, service: Service, feed: Feed): Promise<void> {
  if (await serveConsole(context, service, feed)) return;
  if (context.path.startsWith(`${adminRoot}/`)) await serveAdmin(context, service);
  else await serveRequest(context, service);
}
