import { expect } from "chai";
import { execFileSync } from "node:child_process";

/** Imports a module in a process of its own, and returns which files that loaded. */
function loadedBy(module: string, use = ""): string[] {
  const script = `
    import { registerHooks } from "node:module";
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    const module = await import(${JSON.stringify(module)});
    ${use}
    console.log(JSON.stringify(loaded));
    process.exit();
  `;
  const env = { ...process.env, NCLOUD_ACCESS_KEY: "AK", NCLOUD_SECRET_KEY: "SK" };
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", env });
  return JSON.parse(output) as string[];
}

/** The packages among files. */
const packagesOf = (files: readonly string[]): string[] => {
  const names = files.flatMap((url) => /.*node_modules\/((@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []);
  return [...new Set(names)];
};

describe("loading the client", () => {
  it("loads neither got nor zod before the first call: every program and every plugin process starts with it", () => {
    const client = new URL("../../../provider/services/sourcepipeline/api/client.ts", import.meta.url).href;
    const use = `
      const keys = { accessKey: "AK", secretKey: "SK" };
      const client = module.createSourcePipelineClient({ endpoint: "http://127.0.0.1:1", region: "KR", ...keys });
      module.createListReader(client, "getProjects", {});
    `;
    expect(packagesOf(loadedBy(client, use))).to.have.members(["p-limit", "yocto-queue"]);
  });
});

describe("calling the service", () => {
  const client = new URL("../../../provider/services/sourcepipeline/api/client.ts", import.meta.url).href;
  /** The files that a call loads, with these variables; nothing listens where it goes. */
  const loadedByCall = (environment: Record<string, string>): string[] => {
    const use = `
      const keys = { accessKey: "AK", secretKey: "SK", wait: async () => {}, environment: ${JSON.stringify(environment)} };
      const client = module.createSourcePipelineClient({ endpoint: "http://127.0.0.1:1", region: "KR", ...keys });
      await client.getProjects({}).catch(() => {});
    `;
    return loadedBy(client, use).filter((url) => url.endsWith("/proxy-agent.ts"));
  };

  it("loads what speaks to proxies only where one is named", () => {
    expect(loadedByCall({})).to.deep.equal([]);
    expect(loadedByCall({ HTTP_PROXY: "http://127.0.0.1:1", NO_PROXY: "127.0.0.1" })).to.deep.equal([]);
    expect(loadedByCall({ HTTP_PROXY: "http://127.0.0.1:1" })).to.have.lengthOf(1);
  });
});

describe("loading the built provider", () => {
  const check = `
    const provider = module.pipeline();
    await provider.configure({ config: { get: (key) => ({ "ncloud:validation": "offline" })[key] } });
    const tasks = [{ name: "build", type: "SourceBuild", projectId: 1 }];
    const { failures } = await provider.check({}, { name: "shop", tasks });
    if (failures.length > 0) throw new Error(failures[0].reason);
  `;

  it("takes a few files up to the first check, and nothing of got or zod", () => {
    const loaded = loadedBy("pulumi-ncloud-sourcepipeline/provider", check);
    expect(packagesOf(loaded).filter((name) => ["got", "zod"].includes(name))).to.deep.equal([]);
    // The SDK, which is in every such process before, comes with packages that have a folder of that name as well.
    const own = loaded.filter((url) => url.includes("/dist/") && packagesOf([url]).length === 0);
    expect(own).to.have.length.within(1, 12);
  });
});

describe("the built package", () => {
  it("exports what its sources export", async () => {
    const built = (await import("pulumi-ncloud-sourcepipeline")) as Record<string, unknown>;
    const sources = (await import("../../../sdk/index.ts")) as Record<string, unknown>;
    expect(Object.keys(built)).to.have.members(Object.keys(sources));
  });
});
