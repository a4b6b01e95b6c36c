import { expect } from "chai";
import { type Command, eventually, noPluginLeft, start } from "./support/command.ts";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { type LoggedRequest, serviceOf } from "./support/service.ts";

const program =
  'new ncloud.Pipeline("shop", { name: "shop", tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }] });';

/** How the command is started: alone, or in a terminal of its own, where Ctrl-C is a key. */
const terminals = [
  { where: "without a terminal", terminal: false },
  { where: "in a pseudo-terminal", terminal: true },
];

describe("a command that is ended in the middle of a create", function () {
  this.timeout(90_000);

  for (const { where, terminal } of terminals) {
    describe(where, () => {
      before(function () {
        // `script`, which makes the terminal, belongs to util-linux; other systems have another one, or none.
        if (terminal && process.platform !== "linux") this.skip();
      });

      it("one Ctrl-C ends the wait at once, and what was made is in the state", async () => {
        await using sandbox = await createSandbox();
        const service = serviceOf(sandbox.emulator);
        await service.admin("PATCH", "settings", { visibilityDelayMs: 3_600_000 });
        sandbox.program(program);
        const command = start(sandbox, terminal);
        await asked(service, "getProject");
        command.interrupt();
        const { output } = await command.ended;
        expect(output).to.match(/Created pipeline "shop" \(id \d+\)/);
        await noPluginLeft(sandbox.folder);

        await service.admin("POST", "clock", { advanceMs: 3_600_000 });
        await service.admin("PATCH", "settings", { visibilityDelayMs: 0 });
        const again = await sandbox.pulumi("up", "--yes", "--skip-preview");
        expect(again.code, again.output).to.equal(0);
        expect(await service.pipelines()).to.have.length(1);
      });

      it("after a second Ctrl-C the next up names the pipeline that was left, and makes no second one", async () => {
        await using sandbox = await createSandbox();
        await leftBehind(sandbox, terminal, (command) => {
          command.interrupt();
          setTimeout(() => command.interrupt(), 300);
        });
      });
    });
  }

  it("after kill -9 the next up names the pipeline that was left, and makes no second one", async () => {
    await using sandbox = await createSandbox();
    await leftBehind(sandbox, false, (command) => command.kill());
    // The provider finished its request, and left with its engine.
    await noPluginLeft(sandbox.folder);
  });
});

describe("a command that is ended in the middle of something else", function () {
  this.timeout(90_000);

  it("Ctrl-C ends a preview whose checks get no answer", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    await service.admin("POST", "faults", { rules: [{ operation: "getBuildProjects", kind: "hang" }] });
    sandbox.program(program);
    const command = start(sandbox, false, ["preview"]);
    await asked(service, "getBuildProjects");
    const interruptedAt = Date.now();
    command.interrupt();
    const { output } = await command.ended;
    // A request that hangs would be given up after 30 s, and asked again four times.
    expect(Date.now() - interruptedAt).to.be.lessThan(20_000);
    expect(output).to.not.contain("NCSP901");
    await noPluginLeft(sandbox.folder);
  });

  it("after kill -9 in the middle of a check the plugin ends at once", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    await service.admin("POST", "faults", { rules: [{ operation: "getBuildProjects", kind: "hang" }] });
    sandbox.program(program);
    const command = start(sandbox, false, ["preview"]);
    await asked(service, "getBuildProjects");
    command.kill();
    await command.ended;
    // The hanging request would be given up after 30 s and asked again: within 30 s only what is interrupted ends.
    await noPluginLeft(sandbox.folder);
  });

  it("a read that fails says why once", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    sandbox.program(program);
    await sandbox.pulumi("up", "--yes", "--skip-preview");
    const rule = { operation: "getProject", status: 200, body: "<html><title>Welcome</title></html>" };
    await service.admin("POST", "faults", { rules: [rule] });
    const { code, output } = await sandbox.pulumi("refresh", "--yes", "--skip-preview");
    expect(code).to.not.equal(0);
    const [, diagnostics = ""] = output.split("Diagnostics:");
    expect(diagnostics.match(/Could not get a pipeline/g)).to.have.length(1);
    expect(output).to.not.contain("UnexpectedResponseError");
  });
});

/** Ends a create whose answer takes a while, and runs `up` until the pipeline is in the state. */
async function leftBehind(sandbox: Sandbox, terminal: boolean, end: (command: Command) => void): Promise<void> {
  const service = serviceOf(sandbox.emulator);
  const rule = { operation: "createProject", when: "after", kind: "delay", delayMs: 3_000, times: 1 };
  await service.admin("POST", "faults", { rules: [rule] });
  sandbox.program(program);
  const command = start(sandbox, terminal);
  await created(service);
  end(command);
  await command.ended;
  await noPluginLeft(sandbox.folder);

  // A killed command leaves its lock.
  await sandbox.pulumi("cancel", "--yes");
  const [left] = await service.pipelines();
  const next = await sandbox.pulumi("up", "--yes", "--skip-preview");
  expect(next.code).to.not.equal(0);
  expect(next.output).to.contain(`exists already, with id ${String(left?.id)}`);
  expect(next.output).to.contain(`adopt: "${String(left?.id)}"`);

  sandbox.program(program.replace("tasks:", `adopt: "${String(left?.id)}", tasks:`));
  const adopted = await sandbox.pulumi("up", "--yes", "--skip-preview");
  expect(adopted.code, adopted.output).to.equal(0);
  expect((await service.pipelines()).map(({ id }) => id)).to.deep.equal([left?.id]);
}

type Service = ReturnType<typeof serviceOf>;

/** Waits until the service was asked for an operation. */
const asked = (service: Service, operation: string): Promise<void> =>
  eventually(async () => {
    const requests = await service.admin<LoggedRequest[]>("GET", "requests");
    return requests.some((request) => request.operation === operation);
  });

const created = (service: Service): Promise<void> => eventually(async () => (await service.pipelines()).length > 0);
