import { createHostClock } from "../../emulator/clock/host-clock.ts";
import { createService } from "../../emulator/create-service.ts";
import { openExchange } from "../../emulator/http/exchange.ts";
import { listen } from "../../emulator/http/listen.ts";
import { serveRequest } from "../../emulator/http/serve-request.ts";
import { silentLog } from "../../emulator/log/log.ts";
import type { Service } from "../../emulator/service.ts";
import { noSaver } from "../../emulator/store/create-saver.ts";
import { readSeed } from "../../emulator/world/read-seed.ts";
import { sampleSeed } from "../../emulator/world/sample-seed.ts";

/** Keys of one account; the second one is what the first is renewed to. */
export const keys = {
  first: { accessKey: "CHAOS-ACCESS-KEY-1", secretKey: "CHAOS-SECRET-KEY-1-OPENS-NOTHING" },
  second: { accessKey: "CHAOS-ACCESS-KEY-2", secretKey: "CHAOS-SECRET-KEY-2-OPENS-NOTHING" },
} as const;

/** An emulator in this process, on a clock of ours, with its inside in reach. */
export interface ServiceUnderTest extends AsyncDisposable {
  readonly url: string;
  readonly service: Service;
  /** Called when a request has come, before anything is done with it. */
  onRequest: () => void;
}

/** Starts the emulator on a free port, with the sample world. */
export async function startService(now: () => number): Promise<ServiceUnderTest> {
  const service = createService({
    keys: keys.first,
    seed: readSeed("seed", { ...sampleSeed, permissions: [keys.second] }),
    saved: undefined,
    time: undefined,
    speed: 1,
    host: createHostClock(now),
    log: silentLog,
    saver: noSaver,
  });
  const { server, url } = await listen(
    (request, response) => {
      underTest.onRequest();
      void serveRequest(openExchange(request, response, service.clock.now()), service);
    },
    "127.0.0.1",
    0,
  );
  const underTest: ServiceUnderTest = {
    url,
    service,
    onRequest: () => undefined,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      service.clock.close();
    },
  };
  return underTest;
}
