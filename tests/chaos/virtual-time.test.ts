import { once } from "node:events";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { startVirtualTime, type VirtualTime } from "../../scripts/chaos/virtual-time.ts";

describe("virtual time", () => {
  let time: VirtualTime;
  let server: Server;
  beforeEach(async () => {
    time = startVirtualTime(0);
    server = createServer((_request, response) => response.end("answer")).listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterEach(async () => {
    time[Symbol.dispose]();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const request = async (): Promise<void> => {
    const [response] = (await once(get({ port: (server.address() as AddressInfo).port }), "response")) as [
      IncomingMessage,
    ];
    await once(response.resume(), "end");
  };

  it("jumps from one wait to the next", async () => {
    const ends: number[] = [];
    await Promise.all(
      [3_000, 1_000, 2_000].map(async (milliseconds) => {
        await time.wait(milliseconds);
        ends.push(time.now());
      }),
    );
    expect(ends).to.deep.equal([1_000, 2_000, 3_000]);
  });

  it("stands still while a request is under way, and then first ends what is due first", async () => {
    const over = new AbortController();
    const deadline = time.wait(600_000, over.signal);
    for (let round = 1; round <= 20; round += 1) {
      await request();
      await time.wait(1_000);
      expect(time.now()).to.equal(round * 1_000);
    }
    over.abort();
    await deadline;
    expect(time.now()).to.equal(20_000);
  });

  it("does not wait for a signal that has aborted", async () => {
    await time.wait(1_000, AbortSignal.abort());
    expect(time.now()).to.equal(0);
  });
});
