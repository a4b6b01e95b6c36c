import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import {
  type ExportedStack,
  type KeptState,
  keptStateNames,
  pipelinesOf,
  readKeptState,
} from "./kept-states/kept-state.ts";
import { createSandbox, type Sandbox } from "./support/sandbox.ts";
import { serviceOf } from "./support/service.ts";

/** What was kept once is kept for ever: a version that is missing here would go unnoticed otherwise. */
const released = ["0.1.0/first", "0.1.0/full"];

describe("states that released versions have left behind", function () {
  this.timeout(120_000);

  it("are all there", () => {
    expect(keptStateNames()).to.deep.equal(released);
  });

  for (const name of released) livesOn(name, readKeptState(name));

  // As it is after `pulumi state` edits, or a migration that knew nothing of what the package adds.
  const first = readKeptState("0.1.0/first");
  livesOn("0.1.0/first, without its account", { ...first, stack: (url) => without("account", first.stack(url)) });
});

/** What the present build makes of a stack: each step starts from the state and the account as they were kept. */
function livesOn(title: string, kept: KeptState): void {
  describe(title, () => {
    let sandbox: Sandbox;
    let service: ReturnType<typeof serviceOf>;
    before(async () => {
      sandbox = await createSandbox({ emulator: { seed: kept.account, speed: 0 } });
      service = serviceOf(sandbox.emulator);
    });
    after(async () => sandbox[Symbol.asyncDispose]());
    beforeEach(async () => {
      await service.admin("POST", "reset");
      const file = join(sandbox.folder, "kept.json");
      writeFileSync(join(sandbox.folder, "index.js"), kept.program);
      writeFileSync(join(sandbox.folder, "Pulumi.test.yaml"), kept.settings);
      writeFileSync(file, JSON.stringify(kept.stack(sandbox.emulator.url)));
      await run("stack", "import", "--file", file);
    });

    const run = async (...words: string[]): Promise<string> => {
      const { code, output, stdout } = await sandbox.pulumi(...words);
      expect(code, output).to.equal(0);
      return stdout;
    };
    const stored = async (): Promise<string[]> => {
      const stack = JSON.parse(await run("stack", "export")) as ExportedStack;
      return pipelinesOf(stack).map(({ id }) => String(id));
    };
    /** Requests that change something, as `<method> <id>`. */
    const writes = async (): Promise<string[]> => {
      const requests = await service.admin<{ method: string; path: string }[]>("GET", "requests");
      return requests
        .filter(({ method }) => method !== "GET")
        .map(({ method, path }) => `${method} ${path.split("/").at(-1) ?? ""}`);
    };
    const once = (method: string): string[] => kept.ids.map((id) => `${method} ${String(id)}`);

    it("is refreshed, with and without its program, and nothing is reported as changed", async () => {
      await run("refresh", "--yes", "--expect-no-changes");
      await run("refresh", "--yes", "--expect-no-changes", "--run-program");
      expect(await writes()).to.deep.equal([]);
    });

    it("is previewed with the same program, and nothing is to be changed", async () => {
      await run("preview", "--expect-no-changes");
      expect(await writes()).to.deep.equal([]);
    });

    it("is updated in one property of each pipeline, with one PATCH each", async () => {
      const changed = kept.program.replace('const edition = "kept";', 'const edition = "changed";');
      expect(changed).to.not.equal(kept.program);
      writeFileSync(join(sandbox.folder, "index.js"), changed);
      await run("up", "--yes", "--skip-preview");

      expect(await writes()).to.have.members(once("PATCH"));
      expect(await service.pipelines()).to.deep.equal(
        kept.account.pipelines?.map((pipeline) =>
          kept.ids.includes(pipeline.id ?? NaN)
            ? { ...pipeline, description: pipeline.description?.replace("(kept)", "(changed)") }
            : pipeline,
        ),
      );
      expect(await stored()).to.have.members(kept.ids.map(String));
      await run("preview", "--expect-no-changes");
    });

    it("is destroyed with one DELETE each, and only other people's pipelines are left, as they were", async () => {
      await run("destroy", "--yes", "--skip-preview");
      expect(await writes()).to.have.members(once("DELETE"));
      expect(await service.pipelines()).to.deep.equal(kept.others);
      expect(await stored()).to.deep.equal([]);
    });
  });
}

function without(key: string, stack: ExportedStack): ExportedStack {
  for (const { outputs = {} } of pipelinesOf(stack)) Reflect.deleteProperty(outputs, key);
  return stack;
}
