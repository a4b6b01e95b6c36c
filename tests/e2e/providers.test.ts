import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createEmulator, type Emulator } from "../../emulator/index.ts";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

const tasks = 'tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }]';

/** A resource in an exported state. */
interface StoredResource {
  type: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

describe("explicit providers", function () {
  this.timeout(90_000);
  let sandbox: Sandbox;
  let other: Emulator;
  before(async () => {
    sandbox = await createSandbox();
    other = await createEmulator({ accessKey: "CANARY-ACCESS-KEY", secretKey: "CANARY-SECRET-KEY" });
  });
  after(async () => {
    await other.close();
    await sandbox[Symbol.asyncDispose]();
  });

  const resources = async (): Promise<StoredResource[]> => {
    const { stdout } = await sandbox.pulumi("stack", "export");
    return (JSON.parse(stdout) as { deployment: { resources?: StoredResource[] } }).deployment.resources ?? [];
  };
  /** The types in the state; the engine's own provider stands there when a program asks what the stack holds. */
  const typesOf = async (): Promise<string[]> =>
    (await resources()).map(({ type }) => type).filter((type) => type !== "pulumi:providers:pulumi");
  const namesIn = async (emulator: Emulator): Promise<string[]> =>
    (await serviceOf(emulator).pipelines()).map(({ name }) => name);

  it("with wrong arguments end the program in one error, before anything is registered", async () => {
    sandbox.program(`
      new ncloud.Pipeline("earlier", { name: "earlier", tasks: [] });
      new ncloud.Pipeline("sound", { name: "sound", ${tasks} });
      const other = new ncloud.Provider("other", {
        accesskey: "CANARY-ACCESS-KEY", secretkey: "CANARY-SECRET-KEY", platform: "CANARY-PLATFORM", region: 4711,
      });
      new ncloud.Pipeline("later", { name: "later", ${tasks} }, { provider: other });`);
    for (const words of [["preview"], ["up", "--yes", "--skip-preview"]]) {
      const { code, output } = await sandbox.pulumi(...words);
      expect(code, output).to.equal(1);
      const mistakes = [
        'Pipeline "earlier", tasks: The list of tasks is empty.',
        'Provider "other", accesskey: Unknown property "accesskey". Did you mean "accessKey"?',
        'Provider "other", secretkey: Unknown property "secretkey". Did you mean "secretKey"?',
        'Provider "other", platform: Unknown value. Expected one of "vpc", "classic".',
        'Provider "other", region: Expected a string that is not empty, got a',
      ];
      for (const mistake of mistakes) expect(output.split(mistake), output).to.have.length(2);
      expect(output).to.not.match(/CANARY|4711/);
      expect(output).to.not.match(/^\s+at .+:\d+:\d+/m);
    }
    expect(filesUnder(backendOf(sandbox))).to.not.match(/CANARY|4711/);
    expect(await typesOf()).to.deep.equal(["pulumi:pulumi:Stack"]);
    expect(await serviceOf(sandbox.emulator).calls()).to.deep.equal([]);
  });

  it("work, and nothing that is passed to them stands in clear in the state or in the output", async () => {
    sandbox.program(`
      const other = new ncloud.Provider("other", {
        accessKey: "CANARY-ACCESS-KEY", secretKey: "CANARY-SECRET-KEY", endpoint: "${other.url}",
        region: "SGN", platform: "classic", site: "gov", validation: "offline",
      });
      new ncloud.Pipeline("there", { name: "there", ${tasks} }, { provider: other });
      new ncloud.Pipeline("here", { name: "here", ${tasks} });`);
    const output = [];
    for (const words of [
      ["preview", "--diff"],
      ["up", "--yes", "--diff"],
      ["stack", "export"],
    ]) {
      const outcome = await sandbox.pulumi(...words);
      expect(outcome.code, outcome.output).to.equal(0);
      output.push(outcome.output);
    }
    for (const text of [...output, filesUnder(backendOf(sandbox))]) expect(text).to.not.contain("CANARY");
    expect([await namesIn(other), await namesIn(sandbox.emulator)]).to.deep.equal([["there"], ["here"]]);

    const stored = (await resources()).filter(({ inputs }) => inputs && "ncloud:explicit" in inputs);
    expect(stored).to.have.length(1);
    for (const properties of [stored[0]?.inputs, stored[0]?.outputs]) {
      const settings = Object.entries(properties ?? {}).filter(([key]) => key !== "ncloud:explicit");
      expect(settings).to.have.length(7);
      for (const [key, value] of settings) expect(value, key).to.have.property("ciphertext");
    }

    expect((await sandbox.pulumi("preview", "--expect-no-changes")).code).to.equal(0);
    const refreshed = await sandbox.pulumi("refresh", "--yes", "--expect-no-changes");
    expect(refreshed.code, refreshed.output).to.equal(0);
    const destroyed = await sandbox.pulumi("destroy", "--yes", "--skip-preview");
    expect(destroyed.code, destroyed.output).to.equal(0);
    expect([await namesIn(other), await namesIn(sandbox.emulator)]).to.deep.equal([[], []]);
    for (const text of [refreshed.output, destroyed.output]) expect(text).to.not.contain("CANARY");
  });

  it("take from the stack's configuration what is undefined, null or an output of undefined", async () => {
    await serviceOf(sandbox.emulator).calls();
    const { url, accessKey, secretKey } = other;
    const configured = { endpoint: url, accessKey, secretKey, region: "JPN", platform: "classic" };
    for (const [key, value] of Object.entries(configured)) {
      await sandbox.pulumi("config", "set", "--secret", `ncloud:${key}`, value);
    }
    sandbox.program(`
      const optional = { accessKey: undefined, secretKey: null, site: undefined, validation: pulumi.output(undefined) };
      const same = new ncloud.Provider("same", {
        ...optional, region: "SGN", platform: pulumi.output(undefined), endpoint: pulumi.output(Promise.resolve()),
      });
      const build = ncloud.getBuildProjectOutput({ name: "shop-api" }, { provider: same });
      const pipeline = new ncloud.Pipeline("same", {
        name: "same", tasks: [{ name: "build", type: "SourceBuild", projectId: build.id }],
      }, { provider: same });
      module.exports = { region: pipeline.region, platform: pipeline.platform };`);
    const { code, output } = await sandbox.pulumi("up", "--yes");
    expect(code, output).to.equal(0);
    expect(await namesIn(other)).to.deep.equal(["same"]);
    const outputs = JSON.parse((await sandbox.pulumi("stack", "output", "--json")).stdout) as object;
    expect(outputs).to.deep.equal({ region: "SGN", platform: "classic" });
    expect(await serviceOf(sandbox.emulator).calls()).to.deep.equal([]);
    expect((await sandbox.pulumi("destroy", "--yes", "--skip-preview")).code).to.equal(0);
  });
});

const backendOf = ({ environment }: Sandbox): string =>
  (environment["PULUMI_BACKEND_URL"] ?? "").replace("file://", "");

/** All that stands in the files of a folder. */
function filesUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}
