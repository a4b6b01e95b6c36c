import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createSandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

const canary = { accessKey: "CANARY-ACCESS-KEY-5f1e", secretKey: "CANARY-SECRET-KEY-9c2d" };
const program =
  'new ncloud.Pipeline("shop", { name: "shop", tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] });';

describe("keys", function () {
  this.timeout(90_000);

  it("are nowhere to be found: not in output, errors, state, logs, URLs or the list of processes", async () => {
    await using sandbox = await createSandbox({ emulator: canary });
    const { environment, pulumi, emulator, folder } = sandbox;
    environment["NCLOUD_ACCESS_KEY"] = environment["NCLOUD_SECRET_KEY"] = "";
    await pulumi("config", "set", "--secret", "ncloud:accessKey", canary.accessKey);
    await pulumi("config", "set", "--secret", "ncloud:secretKey", canary.secretKey);
    sandbox.program(
      `${program}
      const other = new ncloud.Provider("other");
      new ncloud.Pipeline("second", { tasks: [{ name: "build", type: "SourceBuild", projectId: 20633 }] }, { provider: other });`,
    );
    const service = serviceOf(emulator);
    const seen: string[] = [];
    const processes = watchProcesses();
    const run = async (...words: string[]): Promise<void> => void seen.push((await pulumi(...words)).output);

    await run("preview", "--diff");
    await run("up", "--yes", "--diff", "--logtostderr", "--verbose=3");
    await run("stack", "export");
    await service.admin("POST", "faults", {
      rules: [{ operation: "*", when: "before", status: 401, kind: "respond" }],
    });
    await run("refresh", "--yes");
    await run("destroy", "--yes", "--skip-preview");
    await service.admin("DELETE", "faults");
    await run("destroy", "--yes", "--skip-preview", "--json");
    seen.push(...processes.stop(), ...filesUnder(join(folder, "backend")));

    const log = JSON.stringify(await service.admin("GET", "requests"));
    for (const text of [...seen, log]) expect(text).to.not.contain(canary.secretKey);
    // The emulator's log shows the access key inside the string that it signed, and nowhere else.
    for (const text of seen) expect(text).to.not.contain(canary.accessKey);
  });
});

describe("secrets among a pipeline's arguments", function () {
  this.timeout(90_000);
  const branch = "canary-branch-7e1b";
  const program = (timeout: string, description: string): string => `
    const named = { name: "named", type: "SourceBuild", projectId: 20632, branch: pulumi.secret("${branch}") };
    const shop = new ncloud.Pipeline("shop", {
      name: pulumi.secret("canary-name-4d0c"),
      description: pulumi.secret("${description}"),
      tasks: [named, { name: "resolved", type: "SourceBuild", projectId: 20633, linkedTasks: ["named"] }],
      triggers: { repositories: [{ name: "shop-api", branch: pulumi.secret("${branch}") }] },
    }, { customTimeouts: { update: "${timeout}" } });
    module.exports = { targets: shop.resolvedTargets };`;

  it("are nowhere in clear in the state, neither when it is made nor refreshed or edited", async () => {
    await using sandbox = await createSandbox();
    const { pulumi, folder } = sandbox;
    const service = serviceOf(sandbox.emulator);
    const world = await service.admin<Record<string, unknown>>("GET", "state");
    const repositories = [{ name: "shop-api", branches: ["main", branch] }];
    await service.admin("PUT", "state", { ...world, repositories });

    const run = async (...words: string[]): Promise<string> => {
      const { code, output, stdout } = await pulumi(...words);
      expect(code, output).to.equal(0);
      return stdout;
    };
    const expectSecret = async (): Promise<void> => {
      const exported = await run("stack", "export");
      expect(exported).to.contain("resolvedTargets").and.contain("ciphertext");
      const seen = [exported, await run("stack", "output", "--json"), ...filesUnder(join(folder, "backend"))];
      for (const text of seen) expect(text).to.not.match(/canary/i);
    };
    sandbox.program(program("1m", "canary description 91aa"));
    await run("up", "--yes", "--skip-preview");
    await expectSecret();
    expect(JSON.parse(await run("stack", "output", "targets", "--json"))).to.deep.include({
      named: { type: "SourceCommit", name: "shop-api", repository: "shop-api" },
    });

    for (const command of ["preview", "refresh"]) {
      await run(command, ...(command === "refresh" ? ["--yes"] : []), "--expect-no-changes");
      await expectSecret();
    }
    sandbox.program(program("2m", "canary description 2b67"));
    await run("up", "--yes", "--skip-preview");
    await expectSecret();
  });

  it("are quoted by no message about them", async () => {
    await using sandbox = await createSandbox();
    const pipeline = (name: string, task: string): string =>
      `new ncloud.Pipeline("${name}", { name: pulumi.secret("${name}-hunter!"), tasks: [${task}] });`;
    const wrong = 'name: "build", type: "SourceBuild", projectId: 20632, branch: pulumi.secret("hunter")';
    const looked = 'ncloud.buildTask("build", { project: pulumi.secret("hunter-api") })';
    sandbox.program(pipeline("shop", `{ ${wrong} }`) + pipeline("web", looked));
    const preview = await sandbox.pulumi("preview");
    expect(preview.output).to.contain("name: [secret] is not a valid name.");
    expect(preview.output).to.contain("tasks[0].branch: Branch [secret] does not exist in repository");
    expect(preview.output).to.contain("SourceBuild project [secret] does not exist.");
    const update = await sandbox.pulumi("up", "--yes", "--skip-preview");
    expect(update.output).to.contain("[secret]");
    for (const { code, output } of [preview, update]) {
      expect(code, output).to.not.equal(0);
      expect(output).to.not.match(/hunter/);
    }
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

/** Collects the command lines of all processes while it runs; nothing where there is no /proc. */
function watchProcesses(): { stop(): string[] } {
  const lines = new Set<string>();
  const timer = setInterval(() => {
    for (const id of listed("/proc").filter((name) => /^\d+$/.test(name))) lines.add(contentOf(`/proc/${id}/cmdline`));
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      // The commands that hand the keys over on their command line are this test's own.
      return [...lines].filter((line) => !line.includes("config\0set"));
    },
  };
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
