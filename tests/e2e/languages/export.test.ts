import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { cliOf } from "../cli/support/run-cli.ts";
import { runCommand } from "../support/run-command.ts";
import { createSandbox, repository, type Sandbox } from "../support/sandbox.ts";
import { readsOnly, serviceOf } from "../support/service.ts";
import { createWorkplace } from "./support/language-project.ts";
import { languages } from "./support/languages.ts";
import { skipBecause } from "./support/skip-because.ts";
import { unmanaged } from "./support/unmanaged.ts";

describe("sourcepipeline export to the packaged plugin", function () {
  this.timeout(600_000);

  /** Exports the account, and types what the command says comes next, with what npm and pip would install in place. */
  async function exportAndImport(sandbox: Sandbox, ...options: string[]): Promise<void> {
    const service = serviceOf(sandbox.emulator);
    await service.edit(() => unmanaged);
    await service.calls();
    const { code, output } = await cliOf(sandbox)("export", "--all", "--out", "out", ...options);
    expect(code, output).to.equal(0);

    const folder = join(sandbox.folder, "out");
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(repository, join(folder, "node_modules", "pulumi-ncloud-sourcepipeline"));
    const [first, ...commands] = output.split("\n").flatMap((line) => /^ {2}(\S.+)/.exec(line)?.[1] ?? []);
    expect(first).to.equal("cd out && npm install");
    expect(commands.at(-1)).to.equal("pulumi preview --expect-no-changes");
    for (const command of commands.filter((words) => !words.startsWith("pip install"))) {
      const words = ["-c", command.replace("<name>", "test")];
      const typed = await runCommand("sh", words, { cwd: folder, env: sandbox.environment });
      expect(typed.code, `${command}\n${typed.output}`).to.equal(0);
    }
    const asked = await service.calls();
    expect(readsOnly(asked), asked.join()).to.equal(true);
  }

  for (const language of languages) {
    it(`--language ${language.name}: the next steps import all, and the engine's program previews as unchanged`, async function () {
      const found = await createWorkplace(language);
      if ("reason" in found) skipBecause(this, found.reason);
      await using place = found;
      const { sandbox } = await place.open((program) => language.around("", program));
      await exportAndImport(sandbox, "--language", language.name);
    });
  }

  it("--host plugin: the next steps import all by id, and the program in TypeScript previews as unchanged", async () => {
    await using sandbox = await createSandbox();
    await exportAndImport(sandbox, "--host", "plugin");
  });
});
