import { expect } from "chai";
import { createEmulator, type Emulator } from "../../../emulator/index.ts";
import { startEngine } from "./support/start-engine.ts";
import { type ProviderUnderTest, startProvider } from "./support/start-provider.ts";

const program = { name: "shop", tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] };

const keysOf = ({ accessKey, secretKey }: Emulator) => ({
  NCLOUD_ACCESS_KEY: accessKey,
  NCLOUD_SECRET_KEY: secretKey,
});

/** What stands in front of `/api/v1` in the requests since the last call, each once. */
async function hostsAsked({ admin }: Emulator): Promise<string[]> {
  const requests = await admin.listRequests();
  await admin.clearRequests();
  return [...new Set(requests.map(({ path }) => path.replace(/\/api\/v1\/.*$/, "")))];
}

/** Checks and creates; a process never deletes what it made itself, so that deletions take another one. */
async function created(provider: ProviderUnderTest): Promise<{ id: string; outs: Record<string, unknown> }> {
  const { inputs, failures } = await provider.check({}, program);
  expect(failures).to.deep.equal([]);
  return provider.create(inputs);
}

describe("the provider's process and its configuration", function () {
  this.timeout(30_000);
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await createEmulator({ allowHosts: ["0.0.0.0"] });
  });
  afterEach(() => emulator.close());

  const platforms = { vpc: "/vpcsourcepipeline", classic: "/sourcepipeline" } as const;
  for (const [stored, configured] of [
    ["classic", "vpc"],
    ["vpc", "classic"],
  ] as const) {
    it(`asks the host of ${stored} for a pipeline that is stored there, also when ${configured} is configured now`, async () => {
      const environment = { ...keysOf(emulator), NCLOUD_API_GW: `${emulator.url}/ncloud` };
      await using former = startProvider(environment);
      await former.configure({ "ncloud:platform": stored });
      const { id, outs } = await created(former);
      expect(await hostsAsked(emulator)).to.deep.equal([platforms[stored]]);

      await using provider = startProvider(environment);
      await provider.configure({ "ncloud:platform": configured });
      expect(await provider.read(id, outs)).to.deep.include({ id });
      expect(await hostsAsked(emulator)).to.deep.equal([platforms[stored]]);
      await provider.delete(id, outs);
      expect(await hostsAsked(emulator)).to.deep.equal([platforms[stored]]);
      expect((await emulator.admin.readState()).pipelines).to.deep.equal([]);

      await provider.check({}, program);
      expect(await hostsAsked(emulator)).to.deep.equal([platforms[configured]]);
    });
  }

  it("asks an endpoint that is given for pipelines of every location", async () => {
    const environment = { ...keysOf(emulator), NCLOUD_API_GW: "http://127.0.0.1:1/ncloud" };
    await using former = startProvider(environment);
    await former.configure({ "ncloud:endpoint": emulator.url, "ncloud:platform": "classic" });
    const { id, outs } = await created(former);
    await using provider = startProvider(environment);
    await provider.configure({ "ncloud:endpoint": emulator.url });
    await provider.read(id, outs);
    await provider.delete(id, outs);
    expect(await hostsAsked(emulator)).to.deep.equal([""]);
  });

  it("takes the platform from NCLOUD_SUPPORT_VPC when the stack says nothing of it", async () => {
    const environment = { ...keysOf(emulator), NCLOUD_API_GW: `${emulator.url}/ncloud`, NCLOUD_SUPPORT_VPC: "false" };
    await using provider = startProvider(environment);
    await provider.configure();
    expect((await created(provider)).outs).to.include({ platform: "classic" });
    expect(await hostsAsked(emulator)).to.deep.equal(["/sourcepipeline"]);
  });

  it("works with the settings that it was given last", async () => {
    await using second = await createEmulator({ accessKey: "SECOND-ACCESS-KEY", secretKey: "SECOND-SECRET-KEY" });
    await using provider = startProvider({});
    for (const { url, accessKey, secretKey } of [emulator, second]) {
      await provider.configure({
        "ncloud:endpoint": url,
        "ncloud:accessKey": accessKey,
        "ncloud:secretKey": secretKey,
        "ncloud:region": url === second.url ? "SGN" : "KR",
      });
      await created(provider);
    }
    const stored = await Promise.all([emulator, second].map(({ admin }) => admin.readState()));
    expect(
      stored.map(({ pipelines = [] }) => pipelines.map(({ name, region }) => [name, region ?? "KR"])),
    ).to.deep.equal([[["shop", "KR"]], [["shop", "SGN"]]]);
  });

  it("finds a pipeline whose state has the region in lowercase, and changes nothing of that", async () => {
    const environment = { ...keysOf(emulator), NCLOUD_API_GW: emulator.url, NCLOUD_REGION: "kr" };
    await using former = startProvider(environment);
    await former.configure();
    const { id, outs } = await created(former);
    expect(outs).to.include({ region: "KR" });
    await using provider = startProvider(environment);
    await provider.configure();
    const { props } = await provider.read(id, { ...outs, region: "kr" });
    expect(props).to.include({ name: "shop", region: "kr" });
    await provider.delete(id, { ...outs, region: "kr" });
    expect((await emulator.admin.readState()).pipelines).to.deep.equal([]);
  });

  it("passes the client's warnings on to the engine", async () => {
    await emulator.admin.changeSettings({ clockOffsetMs: 6 * 60_000 });
    await using engine = await startEngine();
    await using provider = startProvider({ ...keysOf(emulator), NCLOUD_API_GW: emulator.url }, engine.address);
    await provider.configure();
    await provider.check({}, program);
    expect(await engine.received(/clock/i)).to.include({ severity: "warning" });
  });

  it("warns once of an endpoint that is neither encrypted nor on this machine", async () => {
    // Every system takes this address for itself, and none calls it loopback.
    const gateway = emulator.url.replace("127.0.0.1", "0.0.0.0");
    await using engine = await startEngine();
    await using provider = startProvider({ ...keysOf(emulator), NCLOUD_API_GW: gateway }, engine.address);
    for (const region of ["KR", "SGN", "KR"]) {
      await provider.configure({ "ncloud:region": region });
      await provider.check({}, program);
    }
    // Messages arrive in the order in which they were sent; this one is the last.
    await emulator.admin.changeSettings({ clockOffsetMs: 6 * 60_000 });
    await provider.configure({ "ncloud:region": "JPN" });
    await provider.check({}, program);
    await engine.received(/clock/i);
    const warnings = engine.messages.filter(({ text }) => text.includes("not encrypted"));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include({ severity: "warning" });
    expect(warnings[0]?.text).to.contain(gateway);
  });
});
