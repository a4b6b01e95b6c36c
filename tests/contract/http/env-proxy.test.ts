import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { startLoopbackProxy, type LoopbackProxy } from "./loopback-proxy.ts";
import { result, startLoopbackServer, type LoopbackServer } from "./loopback-server.ts";
import { accessKey, secretKey } from "./test-client.ts";

const client = new URL("../../../provider/services/sourcepipeline/api/client.ts", import.meta.url).href;

describe("proxy: the variables of the process", () => {
  let server: LoopbackServer;
  let proxy: LoopbackProxy;

  beforeEach(async () => {
    server = await startLoopbackServer();
    proxy = await startLoopbackProxy();
    server.reply(result({ projectList: [], projectId: 1, result: true }));
  });
  afterEach(async () => {
    await server.close();
    await proxy.close();
  });

  /** Calls with every method in a process with these variables, and gives what passed the proxy. */
  const askedUnder = async (variables: Record<string, string>): Promise<string[]> => {
    const script = `
      const { createSourcePipelineClient: createClient } = await import(${JSON.stringify(client)});
      const keys = { accessKey: "${accessKey}", secretKey: "${secretKey}" };
      const client = createClient({ endpoint: "${server.endpoint}", region: "KR", ...keys });
      await client.getProjects({});
      await client.createProject({ body: { name: "shop", tasks: [] } });
      await client.changeProject({ projectId: 1, body: { tasks: [] } });
      await client.deleteProject({ projectId: 1 });
    `;
    server.seen.length = 0;
    proxy.asked.length = 0;
    // Nothing else of this process's environment: it may name a proxy itself.
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { env: variables, stdio: "inherit" });
    const [code] = (await once(child, "exit")) as [number];
    expect(code).to.equal(0);
    expect(server.seen.map(({ method }) => method)).to.deep.equal(["GET", "POST", "PATCH", "DELETE"]);
    return proxy.asked.map(({ method }) => method);
  };

  for (const NODE_USE_ENV_PROXY of ["0", "1"]) {
    it(`are honoured by every request, with NODE_USE_ENV_PROXY=${NODE_USE_ENV_PROXY}`, async () => {
      const all = ["GET", "POST", "PATCH", "DELETE"];
      for (const variable of ["HTTP_PROXY", "http_proxy"]) {
        const named = { NODE_USE_ENV_PROXY, [variable]: `http://${proxy.host}` };
        expect(await askedUnder(named)).to.deep.equal(all);
        // A block is none of Node's own forms.
        expect(await askedUnder({ ...named, NO_PROXY: "127.0.0.0/8" })).to.deep.equal([]);
      }
    });
  }
});
