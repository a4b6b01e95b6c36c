import { expect } from "chai";
import { randomBytes } from "node:crypto";
import { createServer, type AddressInfo } from "node:net";
import { result, startLoopbackServer, type LoopbackServer, type Reply } from "./loopback-server.ts";
import { selfSigned, trustSelfSigned } from "./self-signed.ts";
import { failureOf, testClient, type TestClient } from "./test-client.ts";

const body = { name: "shop", tasks: [] };
const emptyList = result({ projectList: [] });

describe("transport: encryption", () => {
  let server: LoopbackServer;
  let client: TestClient["client"];
  let distrust: (() => void) | undefined;

  beforeEach(async () => {
    server = await startLoopbackServer(selfSigned());
    ({ client } = testClient(server.endpoint));
  });
  afterEach(async () => {
    distrust?.();
    distrust = undefined;
    await server.close();
  });

  /** A record that no key of the connection opens, in place of a response. */
  const breakEncryption: Reply = () => {
    const content = randomBytes(40);
    server.connections.at(-1)?.write(Buffer.concat([Buffer.from([23, 3, 3, 0, content.length]), content]));
  };

  it("a certificate that is not trusted: nothing is sent, once for every method", async () => {
    server.reply(emptyList);
    for (const call of [
      () => client.createProject({ body }),
      () => client.deleteProject({ projectId: 1 }),
      () => client.getProjects({}),
    ]) {
      expect(await failureOf(call())).to.include({ category: "network", reason: "insecure", effect: "none" });
    }
    expect(server.connections).to.have.lengthOf(3);
    expect(server.seen).to.deep.equal([]);
  });

  it("a connection that ends before the encryption stands: nothing was sent", async () => {
    const closing = createServer((socket) => socket.once("data", () => socket.destroy()));
    await new Promise<void>((resolve) => closing.listen(0, "127.0.0.1", resolve));
    const { port } = closing.address() as AddressInfo;
    const error = await failureOf(testClient(`https://127.0.0.1:${port}`).client.createProject({ body }));
    expect(error).to.include({ category: "network", reason: "reset", effect: "none" });
    await new Promise((resolve) => closing.close(resolve));
  });

  it("encryption that breaks after a request was read: a creation may have had its effect", async () => {
    distrust = trustSelfSigned();
    server.reply(breakEncryption);
    const error = await failureOf(client.createProject({ body }));
    expect(error).to.include({ category: "network", reason: "reset", effect: "unknown" });
    expect(error.message).to.include("broke").and.not.include("certificate");
    expect(server.seen).to.have.lengthOf(1);
  });

  it("encryption that breaks on a kept connection: reading and deleting go on over another one", async () => {
    distrust = trustSelfSigned();
    server.reply(emptyList, breakEncryption, result({ result: true }), breakEncryption, emptyList);
    await client.getProjects({});
    await client.deleteProject({ projectId: 1 });
    expect(server.seen.map(({ method }) => method)).to.deep.equal(["GET", "DELETE", "DELETE"]);
    const [first, second] = server.seen;
    expect(second?.connection).to.equal(first?.connection);
    expect(await client.getProjects({})).to.deep.equal({ projectList: [] });
    expect(server.seen).to.have.lengthOf(5);
  });

  it("a deletion whose connections all break so may have had its effect", async () => {
    distrust = trustSelfSigned();
    server.reply(emptyList, breakEncryption);
    await client.getProjects({});
    const error = await failureOf(client.deleteProject({ projectId: 1 }));
    expect(error).to.include({ reason: "reset", effect: "unknown" });
    expect(server.seen).to.have.lengthOf(6);
  });
});
