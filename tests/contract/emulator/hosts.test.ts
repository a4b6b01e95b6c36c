import { expect } from "chai";
import { createEmulator, type Emulator } from "../../../emulator/index.ts";
import { errorOf } from "./support/bodies.ts";
import { send, signedHeaders } from "./support/signed-call.ts";

/** One route of each kind: what it asks for, and the status for a host that is the emulator's. */
const routes: { what: string; method: string; path: string; signed?: true }[] = [
  { what: "the console page", method: "GET", path: "/" },
  { what: "a file of the console page", method: "GET", path: "/_emulator/console/main.js" },
  { what: "the events", method: "HEAD", path: "/_emulator/events" },
  { what: "the health", method: "HEAD", path: "/_emulator/health" },
  { what: "the state", method: "GET", path: "/_emulator/state" },
  { what: "the requests", method: "GET", path: "/_emulator/requests" },
  { what: "a change", method: "POST", path: "/_emulator/reset" },
  { what: "an operation", method: "GET", path: "/api/v1/project", signed: true },
  { what: "an operation of a related service", method: "GET", path: "/sourcebuild/api/v1/project", signed: true },
];

describe("emulator: the host that a request names", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await createEmulator({ allowHosts: ["emulator", "ci.example", "10.1.2.3"] });
  });
  after(() => emulator.close());

  const ask = ({ method, path, signed }: (typeof routes)[number], host: string) =>
    send(emulator.url, {
      method,
      path,
      headers: { host, ...(signed && signedHeaders({ method, path }, emulator, String(Date.now()))) },
    });

  for (const route of routes) {
    it(`is checked for ${route.what}`, async () => {
      const refused = await ask(route, "attacker.example:4600");
      expect(refused.status).to.equal(403);
      if (route.method !== "HEAD") {
        expect(errorOf(refused)).to.include({ code: "230" });
        expect(errorOf(refused).details)
          .to.contain('does not serve the host "attacker.example:4600"')
          .and.contain("--allow-host attacker.example");
      }
      expect((await ask(route, "localhost:4600")).status).to.equal(200);
    });
  }

  it("stops a change before it happens", async () => {
    await send(emulator.url, {
      method: "PATCH",
      path: "/_emulator/settings",
      headers: { host: "attacker.example" },
      body: '{"taskMs":1}',
    });
    expect(await emulator.admin.readSettings()).to.include({ taskMs: 5000 });
  });

  const names: [string, number][] = [
    ["127.0.0.1", 200],
    ["127.0.0.1:1", 200],
    ["127.8.9.10:4600", 200],
    ["LOCALHOST", 200],
    ["localhost.", 200],
    ["shop.localhost:4600", 200],
    ["[::1]:4600", 200],
    ["[::ffff:127.0.0.1]", 200],
    ["emulator:4600", 200],
    ["Emulator", 200],
    ["ci.example:80", 200],
    ["10.1.2.3", 200],
    ["10.1.2.4", 403],
    ["other:4600", 403],
    ["localhost.attacker.example", 403],
    ["127.0.0.1.attacker.example", 403],
    ["sub.ci.example", 403],
    ["0.0.0.0:4600", 403],
    ["attacker.example@127.0.0.1", 403],
  ];
  for (const [host, status] of names) {
    it(`${status === 200 ? "may" : "may not"} be ${JSON.stringify(host)}`, async () => {
      const reply = await send(emulator.url, { method: "GET", path: "/_emulator/health", headers: { host } });
      expect(reply.status).to.equal(status);
    });
  }

  it("may be the address at which it listens", async () => {
    await using everywhere = await createEmulator({ host: "0.0.0.0" });
    const url = `http://127.0.0.1:${new URL(everywhere.url).port}`;
    const health = (host: string) => send(url, { method: "GET", path: "/_emulator/health", headers: { host } });
    expect((await health("0.0.0.0:4600")).status).to.equal(200);
    expect((await health("emulator:4600")).status).to.equal(403);
  });

  it("is in the log of requests when it is refused", async () => {
    await emulator.admin.clearRequests();
    await send(emulator.url, { method: "GET", path: "/api/v1/project", headers: { host: "attacker.example" } });
    const [entry] = await emulator.admin.listRequests();
    expect(entry).to.include({ path: "/api/v1/project", status: 403, operation: null });
  });

  it("lets a page of an allowed host change things, and no other page", async () => {
    const reset = (headers: Record<string, string>) =>
      send(emulator.url, { method: "POST", path: "/_emulator/reset", headers });
    expect((await reset({ host: "ci.example:80", origin: "http://ci.example:80" })).status).to.equal(403);
    expect((await reset({ host: "ci.example:4600", origin: "http://ci.example:4600" })).status).to.equal(200);
    expect((await reset({ host: "ci.example:4600", origin: "http://emulator:4600" })).status).to.equal(403);
  });

  for (const name of ["emulator:4600", "http://emulator", "a b", ""]) {
    it(`cannot be allowed as ${JSON.stringify(name)}`, async () => {
      const failure = await createEmulator({ allowHosts: [name] }).catch((error: unknown) => error);
      expect(failure).to.have.property("name", "ShapeError");
      expect((failure as Error).message).to.contain("allowHosts cannot be used:\n  [0]: expected a host name");
    });
  }
});
