// The client loads the table, and zod with it, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../provider/services/sourcepipeline/api/operations.ts";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { createEmulator, type Emulator, type Seed } from "../../../emulator/index.ts";
import type { Client, ClientOptions } from "../../../sdk/client/client.ts";
import { createClient, isServiceError, listAll, pagesOf } from "../../../sdk/client/client.ts";

const keys = { accessKey: "AK", secretKey: "SK" };

async function messageOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.catch((reason: unknown) => reason);
  return isServiceError(error) ? `${error.reason}: ${error.message}` : "no error";
}

describe("createClient", () => {
  const hosts: [Partial<ClientOptions>, string][] = [
    [{}, "vpcsourcepipeline.apigw.ntruss.com"],
    [{ platform: "classic" }, "sourcepipeline.apigw.ntruss.com"],
    [{ site: "gov" }, "vpcsourcepipeline.apigw.gov-ntruss.com"],
    [{ endpoint: "http://127.0.0.1:1", site: "fin" }, "127.0.0.1:1"],
    [{ endpoint: undefined, platform: undefined, site: undefined }, "vpcsourcepipeline.apigw.ntruss.com"],
  ];
  for (const [options, host] of hosts) {
    it(`asks ${host} for ${JSON.stringify(options)}`, async () => {
      const client = createClient({ ...keys, ...options, signal: AbortSignal.abort() });
      expect(await messageOf(client.getProjects({}))).to.contain(` ${host}`);
    });
  }

  it("signs for region KR unless another one is given", async () => {
    const regions: unknown[] = [];
    const server = createServer((request, response) => {
      regions.push(request.headers["x-ncp-region_code"]);
      response.end('{"result":{"timeZone":[]}}');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const region of [undefined, "jpn"]) {
      await createClient({ ...keys, endpoint, region, environment: {} }).getTimeZones({});
    }
    server.closeAllConnections();
    server.close();
    expect(regions).to.deep.equal(["KR", "JPN"]);
  });

  it("refuses a platform and a site that are none, which programs without types can give", () => {
    for (const [option, word] of [
      ["platform", "vpcs"],
      ["site", "toString"],
    ] as const) {
      const create = (): Client => createClient({ ...keys, [option]: word });
      expect(create).to.throw(RangeError, `createClient: ${option}: "${word}" is none.`).with.property("code");
    }
  });
});

describe("the public client", () => {
  const names = Array.from({ length: 60 }, (_, index) => `project-${String(index + 1)}`);
  const seed: Seed = { deployProjects: names.map((name, index) => ({ id: 201 + index, name, stages: [] })) };
  let emulator: Emulator;
  before(async () => {
    emulator = await createEmulator({ log: "silent", seed });
    await emulator.admin.changeSettings({ listCap: 20 });
  });
  after(() => emulator.close());
  beforeEach(() => emulator.admin.clearRequests());

  const open = (signal?: AbortSignal): Client => {
    const { url: endpoint, accessKey, secretKey } = emulator;
    return createClient({ endpoint, accessKey, secretKey, signal, environment: {} });
  };
  const calls = async (): Promise<number> => (await emulator.admin.listRequests()).length;

  it("reads a whole list, where the service ends it early", async () => {
    const found = await listAll(open(), "getDeployProjects", {});
    expect(found.map(({ name }) => name))
      .to.have.members(names)
      .and.length(60);
  });

  it("asks for a page when it is wanted, and for none after the loop is left", async () => {
    for await (const page of pagesOf(open(), "getDeployProjects", {})) {
      expect(page).to.have.length(20);
      break;
    }
    expect(await calls()).to.equal(1);
    const sizes: number[] = [];
    for await (const page of pagesOf(open(), "getDeployProjects", { search: "project-" })) sizes.push(page.length);
    expect(sizes).to.deep.equal([20, 20, 20]);
  });

  it("ends calls under way, and makes no further one, when its signal aborts", async () => {
    await emulator.admin.addFaults([{ operation: "getProjects", kind: "hang" }]);
    const stop = new AbortController();
    const client = open(stop.signal);
    const hanging = messageOf(client.getProjects({}));
    const own = messageOf(client.getProjects({}, { signal: new AbortController().signal }));
    while ((await calls()) < 2) continue;
    stop.abort();
    expect(await hanging).to.match(/^interrupted: /);
    expect(await own).to.match(/^interrupted: /);
    expect(await messageOf(client.getTimeZones({}))).to.match(/^interrupted: /);
    expect(await calls()).to.equal(2);
    await emulator.admin.removeFaults();
  });
});
