import { expect } from "chai";
import { join } from "node:path";
import { runCommand } from "../support/run-command.ts";
import { createSandbox, repository } from "../support/sandbox.ts";

describe("the schema of the packaged plugin", function () {
  this.timeout(60_000);

  it("has nothing that the engine's own check finds, and is what the plugin answers", async () => {
    await using sandbox = await createSandbox();
    const options = { cwd: repository, env: sandbox.environment };
    const checked = await runCommand("pulumi", ["schema", "check", join("docs", "plugin.schema.json")], options);
    expect(checked).to.deep.equal({ code: 0, output: "", stdout: "" });

    const executable = join(repository, "bin", "pulumi-resource-ncloud");
    const answered = await runCommand("pulumi", ["package", "get-schema", executable], options);
    expect(answered.code, answered.output).to.equal(0);
    const { default: committed } = await import("../../../docs/plugin.schema.json", { with: { type: "json" } });
    // The engine leaves out what is empty.
    const schema = JSON.parse(answered.stdout) as Record<"resources" | "functions" | "types", object>;
    for (const part of ["resources", "functions", "types"] as const) {
      expect(schema[part]).to.have.all.keys(Object.keys(committed[part]));
    }
  });
});
