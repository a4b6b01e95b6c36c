import { expect } from "chai";
import { createHmac } from "node:crypto";
import { inspect } from "node:util";
import type { ClientOptions, ServiceError } from "../../../provider/core/http/index.ts";
import { startLoopbackProxy, type LoopbackProxy } from "./loopback-proxy.ts";
import { breakOff, hang, hangUp, result, startLoopbackServer, type LoopbackServer } from "./loopback-server.ts";
import { selfSigned, trustSelfSigned } from "./self-signed.ts";
import { accessKey, failureOf, secretKey, testClient, type TestClient } from "./test-client.ts";

const body = { name: "shop", tasks: [] };
const emptyList = result({ projectList: [] });
const done = result({ result: true });

for (const protocol of ["http", "https"] as const) {
  const variable = `${protocol.toUpperCase()}_PROXY`;

  describe(`proxy: ${protocol} endpoints`, () => {
    let server: LoopbackServer;
    let proxy: LoopbackProxy;
    let distrust: () => void;

    beforeEach(async () => {
      distrust = trustSelfSigned();
      server = await startLoopbackServer(protocol === "https" ? selfSigned() : undefined);
      proxy = await startLoopbackProxy();
    });
    afterEach(async () => {
      distrust();
      await server.close();
      await proxy.close();
    });

    /** A client whose variable names the proxy, and whose variables are those that are given besides. */
    const through = (
      environment: ClientOptions["environment"] = {},
      options: Partial<ClientOptions> = {},
    ): TestClient =>
      testClient(server.endpoint, { ...options, environment: { [variable]: `http://${proxy.host}`, ...environment } });

    const callsOf = ({ client }: TestClient): (() => Promise<unknown>)[] => [
      () => client.getProjects({ search: "a b&c" }),
      () => client.createProject({ body }),
      () => client.changeProject({ projectId: 1, body: { tasks: [] } }),
      () => client.deleteProject({ projectId: 1 }),
    ];

    const target = (path: string): string =>
      protocol === "http" ? `${server.endpoint}${path}` : new URL(server.endpoint).host;

    it("passes every method on, signed for the service and not for the proxy", async () => {
      server.reply(emptyList, result({ projectId: 1 }), done, done);
      for (const call of callsOf(through())) await call();

      expect(server.seen.map(({ method }) => method)).to.deep.equal(["GET", "POST", "PATCH", "DELETE"]);
      for (const { method, url, headers } of server.seen) {
        const text = `${method} ${url}\n${headers["x-ncp-apigw-timestamp"]}\n${accessKey}`;
        const signature = createHmac("sha256", secretKey).update(text).digest("base64");
        expect(headers["x-ncp-apigw-signature-v2"]).to.equal(signature);
        expect(headers["host"]).to.equal(new URL(server.endpoint).host);
      }
      expect(server.seen[0]?.url).to.equal("/api/v1/project?projectName=a%20b%26c");
      expect(JSON.parse(server.seen[1]!.body)).to.deep.equal(body);
      expect(proxy.asked.map(({ target: asked }) => asked)).to.deep.equal(
        protocol === "http" ? server.seen.map(({ url }) => target(url)) : [target(""), target("")],
      );
    });

    it("keeps connections, and gives what cannot be repeated one of its own", async () => {
      server.reply(emptyList, emptyList, result({ projectId: 1 }), result({ historyId: 2 }), emptyList);
      const { client } = through();
      for (const call of [client.getProjects, client.getProjects]) await call({});
      await client.createProject({ body });
      await client.startProject({ projectId: 1 });
      await client.getProjects({});
      // Of a tunnel, the connection to the service stands for the one to the proxy.
      const connections = (protocol === "http" ? proxy.asked : server.seen).map(({ connection }) => connection);
      const [first, second, created, started, last] = connections;
      expect([second, last]).to.deep.equal([first, first]);
      expect(new Set([first, created, started]).size).to.equal(3);
    });

    it("goes straight to what NO_PROXY names, in uppercase and lowercase", async () => {
      for (const name of ["NO_PROXY", "no_proxy"]) {
        server.reply(emptyList, result({ projectId: 1 }));
        const { client } = through({ [name]: "example.com, 127.0.0.1" });
        await client.getProjects({});
        await client.createProject({ body });
      }
      expect(proxy.asked).to.deep.equal([]);
      expect(server.seen).to.have.lengthOf(4);
    });

    it("reads its own variable only, the lowercase one before the uppercase one", async () => {
      server.reply(emptyList);
      const other = protocol === "http" ? "https_proxy" : "http_proxy";
      const { client } = testClient(server.endpoint, { environment: { [other]: `http://${proxy.host}` } });
      await client.getProjects({});
      expect(proxy.asked).to.deep.equal([]);
      await through({ [variable]: "http://127.0.0.1:1", [variable.toLowerCase()]: proxy.host }).client.getProjects({});
      expect(proxy.asked).to.have.lengthOf(1);
    });

    it("logs in with the user name and the password of the variable, and passes them to nobody", async () => {
      server.reply(emptyList, result({ projectId: 1 }));
      proxy.demand("ci:p@ss%word");
      const { client } = through({ [variable]: `http://ci:p%40ss%25word@${proxy.host}` });
      await client.getProjects({});
      await client.createProject({ body });
      expect(proxy.asked).to.have.lengthOf(2);
      for (const { headers } of server.seen) expect(headers).to.not.have.property("proxy-authorization");
    });

    it("names the variable that lacks the user name and the password, and shows neither", async () => {
      proxy.demand("ci:right");
      for (const given of ["", "ci:wr0ng-Password@"]) {
        const test = through({ [variable]: `http://${given}${proxy.host}` });
        for (const call of callsOf(test)) {
          proxy.asked.length = 0;
          const error = await failureOf(call());
          expect(error).to.include({ category: "network", reason: "proxyAuthentication", effect: "none" });
          expect(error.message)
            .to.include(`through the proxy ${proxy.host} (${variable}): the proxy asks for a user name and a password`)
            .and.include("HTTP 407")
            .and.include(`Put the user name and the password of the proxy into ${variable}`);
          expect(proxy.asked).to.have.lengthOf(1);
          expectNoSecret(error, test, ["wr0ng-Password", btoa("ci:wr0ng-Password")]);
          if (protocol === "http")
            expect(error.message).to.match(given ? /Who is Basic \[redacted\]/ : /Who is undefined/);
        }
      }
      expect(server.seen).to.deep.equal([]);
    });

    it("reports that it is the proxy that cannot be reached, and that nothing was sent", async () => {
      await proxy.close();
      const test = through({ [variable]: `http://ci:s3cret-Word@${proxy.host}` });
      for (const call of callsOf(test)) {
        const error = await failureOf(call());
        expect(error).to.include({ category: "network", reason: "proxyUnreachable", effect: "none" });
        expect(error.message)
          .to.include(`through the proxy ${proxy.host} (${variable}): the proxy could not be reached`)
          .and.include(`ECONNREFUSED ${proxy.host}`)
          .and.include("after 5 attempts")
          .and.include("NO_PROXY");
        expectNoSecret(error, test, ["s3cret-Word", btoa("ci:s3cret-Word")]);
      }
    });

    it("reports that it is the proxy whose host does not resolve", async () => {
      const { client } = through({ [variable]: "http://proxy.invalid:3128" });
      const error = await failureOf(client.createProject({ body }));
      expect(error).to.include({ reason: "proxyUnreachable", effect: "none" });
      expect(error.message).to.include("through the proxy proxy.invalid:3128").and.include("getaddrinfo");
    });

    it("takes a value that is no proxy's address for a mistake, and does not repeat it", async () => {
      for (const value of ["socks5://ci:s3cret@host:1080", "http://ci:s3#cret@host:80", "://"]) {
        const test = through({ [variable]: value });
        const error = await failureOf(test.client.createProject({ body }));
        expect(error).to.include({ category: "validation", reason: "badProxy", effect: "none" });
        expect(error.message).to.include(`${variable} is not the address of an HTTP proxy`).and.include("unset it");
        expectNoSecret(error, test, ["s3", "cret", "1080"]);
      }
      expect([server.seen, proxy.asked]).to.deep.equal([[], []]);
    });

    it("a response that is lost behind the proxy: once for a creation, five times for reading", async () => {
      for (const reply of [hangUp, breakOff]) {
        server.seen.length = 0;
        server.reply(reply);
        const { client } = through();
        expect(await failureOf(client.createProject({ body }))).to.include({ reason: "reset", effect: "unknown" });
        expect(server.seen).to.have.lengthOf(1);
        expect(await failureOf(client.getProjects({}))).to.include({ reason: "reset", effect: "none" });
        expect(server.seen).to.have.lengthOf(6);
      }
    });

    it("a response that does not come: the time limit of the attempt ends it", async () => {
      server.reply(hang);
      const { client } = through({}, { timeouts: { attemptMs: 500 } });
      expect(await failureOf(client.createProject({ body }))).to.include({ reason: "timeout", effect: "unknown" });
      expect(server.seen).to.have.lengthOf(1);
    });

    it("a proxy that is reached over TLS", async () => {
      const secure = await startLoopbackProxy(selfSigned());
      try {
        server.reply(emptyList, result({ projectId: 1 }));
        const { client } = through({ [variable]: `https://${secure.host.replace("127.0.0.1", "localhost")}` });
        await client.getProjects({});
        await client.createProject({ body });
        expect(secure.asked).to.have.lengthOf(2);

        distrust();
        const error = await failureOf(client.createProject({ body }));
        expect(error).to.include({ reason: "proxyUnreachable", effect: "none" });
        expect(error.message).to.include("self-signed certificate");
        expect(secure.asked).to.have.lengthOf(2);
      } finally {
        await secure.close();
      }
    });
  });
}

/** Neither error nor log show a secret, however closely one looks. */
function expectNoSecret(error: ServiceError, { log }: TestClient, secrets: string[]): void {
  const shown = [inspect(error, { showHidden: true, depth: 9 }), JSON.stringify(error), error.message, ...log].join();
  for (const secret of secrets) expect(shown).to.not.include(secret);
}

describe("proxy: tunnels", () => {
  let server: LoopbackServer;
  let proxy: LoopbackProxy;
  let test: TestClient;
  let distrust: (() => void) | undefined;

  beforeEach(async () => {
    server = await startLoopbackServer(selfSigned());
    proxy = await startLoopbackProxy();
    test = testClient(server.endpoint, { environment: { https_proxy: proxy.host } });
  });
  afterEach(async () => {
    distrust?.();
    distrust = undefined;
    await server.close();
    await proxy.close();
  });

  it("a refusal of the proxy is none of the service, and final", async () => {
    for (const status of [403, 404, 400, 301]) {
      proxy.asked.length = 0;
      proxy.refuse(status, '{"error":{"errorCode":340404,"message":"gone"}}');
      for (const call of [() => test.client.getProject({ projectId: 1 }), () => test.client.createProject({ body })]) {
        const error = await failureOf(call());
        expect(error).to.include({ category: "network", reason: "proxyRefused", effect: "none", status: undefined });
        expect(error.message).to.include(`the proxy does not connect to this host (HTTP ${status})`);
      }
      expect(proxy.asked).to.have.lengthOf(2);
    }
    expect(server.seen).to.deep.equal([]);
  });

  it("a proxy that cannot connect is tried again, for a creation as well, because nothing was sent", async () => {
    proxy.refuse(502);
    for (const call of [() => test.client.getProjects({}), () => test.client.createProject({ body })]) {
      proxy.asked.length = 0;
      expect(await failureOf(call())).to.include({ reason: "proxyFailed", effect: "none" });
      expect(proxy.asked).to.have.lengthOf(5);
    }
  });

  it("a proxy that does not respond is left after a while, and its connections are closed", async () => {
    proxy.hang();
    const { client } = testClient(server.endpoint, {
      environment: { https_proxy: proxy.host },
      timeouts: { connectMs: 150 },
    });
    expect(await failureOf(client.createProject({ body }))).to.include({ reason: "proxyFailed", effect: "none" });
    expect(proxy.asked).to.have.lengthOf(5);
    await proxy.closed();
  });

  it("a request that is interrupted while the proxy hangs ends at once", async () => {
    proxy.hang();
    const caller = new AbortController();
    const reading = failureOf(test.client.getProjects({}, { signal: caller.signal }));
    while (proxy.asked.length === 0) await new Promise(setImmediate);
    caller.abort();
    expect(await reading).to.include({ reason: "interrupted", effect: "none" });
  });

  it("a service that is not trusted gets nothing, and it is not the proxy's fault", async () => {
    const error = await failureOf(test.client.createProject({ body }));
    expect(error).to.include({ reason: "insecure", effect: "none" });
    expect(server.seen).to.deep.equal([]);
  });

  it("a service that does not speak TLS gets nothing", async () => {
    const plain = await startLoopbackServer();
    try {
      const { client } = testClient(plain.endpoint.replace("http:", "https:"), {
        environment: { https_proxy: proxy.host },
      });
      expect(await failureOf(client.createProject({ body }))).to.include({ reason: "insecure", effect: "none" });
    } finally {
      await plain.close();
    }
  });

  it("encryption that breaks after a request was read leaves a creation in doubt", async () => {
    distrust = trustSelfSigned();
    server.reply(() => server.connections.at(-1)?.write(Buffer.from([23, 3, 3, 0, 20, ...Array<number>(20).fill(7)])));
    expect(await failureOf(test.client.createProject({ body }))).to.include({ reason: "reset", effect: "unknown" });
    expect(server.seen).to.have.lengthOf(1);
  });
});
