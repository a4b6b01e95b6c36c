import { adminRoot } from "../../emulator/admin/admin-route.ts";
import { serveAdmin } from "../../emulator/admin/serve-admin.ts";
import { createHostClock } from "../../emulator/clock/host-clock.ts";
import { createService } from "../../emulator/create-service.ts";
import { openContext } from "../../emulator/http/context.ts";
import { listen } from "../../emulator/http/listen.ts";
import { serveRequest } from "../../emulator/http/serve-request.ts";
import { silentLog } from "../../emulator/log.ts";
import type { Service } from "../../emulator/service.ts";
import { noSaver } from "../../emulator/store/create-saver.ts";
import { readSeed } from "../../emulator/state/seed-shape.ts";
import type { Seed } from "../../emulator/state/seed.ts";
import { headerNames } from "../../provider/core/http/signature.ts";
import { sampleSeed } from "../../emulator/state/sample-seed.ts";

/** Keys of one account, the second one is what the first is renewed to; and one of another account. */
export const keys = {
  first: { accessKey: "CHAOS-ACCESS-KEY-1", secretKey: "CHAOS-SECRET-KEY-1-OPENS-NOTHING" },
  second: { accessKey: "CHAOS-ACCESS-KEY-2", secretKey: "CHAOS-SECRET-KEY-2-OPENS-NOTHING" },
  other: { accessKey: "CHAOS-ACCESS-KEY-3", secretKey: "CHAOS-SECRET-KEY-3-OPENS-NOTHING" },
} as const;

/** An emulator in this process, on a clock of ours, with its inside in reach. */
export interface ServiceUnderTest extends AsyncDisposable {
  readonly url: string;
  readonly service: Service;
  /** Called when a request has come, before anything is done with it. */
  onRequest: () => void;
  /** The account of an access key, where there is more than one at this endpoint. */
  accountOf: (accessKey: unknown) => Service;
}

/** Starts the emulator on a free port, with the sample world unless another one is given. */
export async function startService(now: () => number, seed: Seed = sampleSeed): Promise<ServiceUnderTest> {
  const service = createService({
    keys: keys.first,
    seed: readSeed("seed", { ...seed, permissions: [keys.second, keys.other] }),
    saved: undefined,
    time: undefined,
    speed: 1,
    host: createHostClock(now),
    log: silentLog,
    saver: noSaver,
  });
  const { server, url } = await listen(
    (request, response) => {
      const account = underTest.accountOf(request.headers[headerNames.accessKey]);
      const context = openContext(request, response, account.clock.now());
      const isAdmin = context.path.startsWith(`${adminRoot}/`);
      if (!isAdmin) underTest.onRequest();
      void (isAdmin ? serveAdmin : serveRequest)(context, account);
    },
    "127.0.0.1",
    0,
  );
  const underTest: ServiceUnderTest = {
    url,
    service,
    onRequest: () => undefined,
    accountOf: () => service,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      service.clock.close();
    },
  };
  return underTest;
}
