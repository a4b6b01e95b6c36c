import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createSandbox } from "../support/sandbox.ts";
import { serviceOf } from "../support/service.ts";
import { cliOf } from "./support/run-cli.ts";

/** A stack, as `pulumi stack export` writes it. */
interface ExportedState {
  deployment: { resources: { outputs?: { resolvedTargets?: Record<string, object> } }[] };
}

describe("a state that an earlier version wrote, with a branch recorded that the program names", function () {
  this.timeout(90_000);

  it("shows no drift, shows what somebody changed, and loses the record with the next edit", async () => {
    await using sandbox = await createSandbox();
    const service = serviceOf(sandbox.emulator);
    const run = async (...words: string[]): Promise<string> => {
      const { code, output, stdout } = await sandbox.pulumi(...words);
      expect(code, output).to.equal(0);
      return stdout;
    };
    sandbox.program(`new ncloud.Pipeline("shop", {
      name: "shop",
      tasks: [{ name: "build", type: "SourceBuild", projectId: 20632, branch: "main" }],
    });`);
    await run("up", "--yes", "--skip-preview");

    const file = join(sandbox.folder, "earlier.json");
    const state = JSON.parse(await run("stack", "export")) as ExportedState;
    for (const { outputs } of state.deployment.resources) {
      if (outputs?.resolvedTargets === undefined) continue;
      expect(outputs.resolvedTargets["build"]).to.not.have.property("branch");
      Object.assign(outputs.resolvedTargets["build"]!, { branch: "main" });
    }
    writeFileSync(file, JSON.stringify(state));
    await run("stack", "import", "--file", file);

    const drift = cliOf(sandbox);
    expect((await drift("drift")).output).to.equal("Stack test: no drift (1 pipeline).\n");
    await run("preview", "--refresh", "--expect-no-changes");
    await run("refresh", "--yes", "--expect-no-changes");

    await service.edit((pipelines) =>
      pipelines.map((pipeline) => ({
        ...pipeline,
        tasks: pipeline.tasks.map((task) => ({
          ...task,
          config: { ...task.config, target: { info: { branch: "develop" } } },
        })),
      })),
    );
    const { code, output } = await drift("drift");
    expect(code, output).to.equal(7);
    expect(output).to.contain('tasks["build"].branch').and.contain("develop");

    await run("up", "--yes", "--skip-preview", "--refresh");
    expect((await drift("drift")).code).to.equal(0);
    const { resources } = (JSON.parse(await run("stack", "export")) as ExportedState).deployment;
    const targets = resources.flatMap(({ outputs }) => outputs?.resolvedTargets?.["build"] ?? []);
    expect(targets).to.have.length(1);
    expect(targets[0]).to.include({ repository: "shop-api" }).and.to.not.have.property("branch");
  });
});
