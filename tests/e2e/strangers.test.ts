import { expect } from "chai";
import { createEmulator, type Emulator } from "../../emulator/index.ts";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { readsOnly, serviceOf, type StoredPipeline } from "./support/service.ts";

const program = (description: string): string => `
  const tasks = [{ name: "build", type: "SourceBuild", projectId: 20632 }];
  new ncloud.Pipeline("shop", { name: "shop", description: "${description}", tasks });
  new ncloud.Pipeline("unnamed", { description: "${description}", tasks });`;

/** Commands that would have harmed, were the account ours. */
const commands: readonly (readonly string[])[] = [
  ["refresh", "--yes", "--skip-preview"],
  ["up", "--yes", "--skip-preview"],
  ["up", "--yes", "--refresh"],
  ["up", "--yes", "--skip-preview", "--replace", "**Pipeline::unnamed"],
  ["up", "--yes", "--skip-preview", "--config", "ncloud:region=SGN"],
  ["destroy", "--yes", "--skip-preview"],
];

describe("another account with the same ids, on the real engine", function () {
  this.timeout(120_000);
  let sandbox: Sandbox;
  let other: Emulator;

  before(async () => {
    sandbox = await createSandbox();
    other = await createEmulator({ log: "silent", accessKey: "THEIR-ACCESS-KEY", secretKey: "THEIR-SECRET-KEY" });
    sandbox.program(program("ours"));
    expect((await sandbox.pulumi("up", "--yes", "--skip-preview")).code).to.equal(0);
    sandbox.program(program("edited"));
  });
  after(async () => {
    await other.close();
    await sandbox[Symbol.asyncDispose]();
  });

  /** Gives the other account a pipeline under each of our ids, and the same key as ours if told so. */
  async function populate(change: (pipeline: StoredPipeline) => StoredPipeline, ownKey: boolean): Promise<void> {
    const ours = await serviceOf(sandbox.emulator).admin<Record<string, unknown>>("GET", "state");
    const { accessKey, secretKey } = sandbox.emulator;
    await serviceOf(other).admin("PUT", "state", {
      ...ours,
      permissions: ownKey ? [{ accessKey, secretKey }] : [],
      pipelines: (ours["pipelines"] as StoredPipeline[]).map(change),
    });
  }
  const exported = async (): Promise<unknown> => {
    const { deployment } = JSON.parse((await sandbox.pulumi("stack", "export")).stdout) as {
      deployment: { resources: { type: string; id?: string; outputs?: unknown }[] };
    };
    return deployment.resources
      .filter(({ type }) => type.endsWith(":Pipeline"))
      .map(({ id, outputs }) => [id, outputs]);
  };

  const strangers: Readonly<Record<string, (pipeline: StoredPipeline) => StoredPipeline>> = {
    "other pipelines": (pipeline) => ({ ...pipeline, name: `production-${String(pipeline.id)}` }),
    "pipelines of the same names with other contents": (pipeline) => ({ ...pipeline, description: "of another team" }),
  };
  for (const [what, change] of Object.entries(strangers)) {
    for (const ownKey of [true, false]) {
      it(`with ${what} and ${ownKey ? "the same key" : "another key"}: nothing is touched, and the state stays`, async () => {
        await populate(change, ownKey);
        const theirs = await serviceOf(other).pipelines();
        const state = await exported();
        const own = { ...sandbox.environment };
        sandbox.environment["NCLOUD_API_GW"] = other.url;
        if (!ownKey) Object.assign(sandbox.environment, { NCLOUD_ACCESS_KEY: "THEIR-ACCESS-KEY" });
        if (!ownKey) Object.assign(sandbox.environment, { NCLOUD_SECRET_KEY: "THEIR-SECRET-KEY" });
        await serviceOf(other).calls();

        for (const words of commands) {
          const { code, output } = await sandbox.pulumi(...words);
          expect(code, `${words.join(" ")}: ${output}`).to.not.equal(0);
          expect(output).to.contain("Nothing was changed").and.contain(other.url).and.contain(sandbox.emulator.url);
          expect(output).to.not.contain("THEIR-ACCESS-KEY").and.not.contain(sandbox.emulator.accessKey);
        }
        expect(readsOnly(await serviceOf(other).calls())).to.equal(true);
        expect(await serviceOf(other).pipelines()).to.deep.equal(theirs);
        Object.assign(sandbox.environment, own);
        expect(await exported()).to.deep.equal(state);
      });
    }
  }

  it("each process of up and destroy tells once where it works", async () => {
    // A region on the command line stays in the stack's configuration.
    await sandbox.pulumi("config", "rm", "ncloud:region");
    for (const [words, processes] of [
      [["up", "--yes"], 2],
      [["destroy", "--yes", "--skip-preview"], 1],
    ] as const) {
      const { code, output } = await sandbox.pulumi(...words);
      expect(code, output).to.equal(0);
      const told = output.match(
        /^ {4}SourcePipeline at http:\/\/127\.0\.0\.1:\d+, region \w+ \(vpc, public\), account \w{8}\.$/gm,
      );
      expect(told, output).to.have.length(processes);
      expect(output).to.not.contain(sandbox.emulator.accessKey);
    }
  });
});
