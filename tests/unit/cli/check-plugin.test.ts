import { expect } from "chai";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPlugin, describePlugin } from "../../../cli/doctor/check-plugin.ts";
import { formatCheckResult } from "../../../cli/doctor/check-result.ts";
import { ownPackage } from "../../../provider/core/own-package.ts";
import { findPlugin } from "../../../provider/hosts/shared/find-plugin.ts";

const { version } = ownPackage();

describe("the packaged plugin", () => {
  let folder: string;
  const path = process.env["PATH"];
  const project = (): string => join(folder, "Pulumi.yaml");
  const declare = (entry: string): void => {
    writeFileSync(project(), `name: shop\nplugins: { providers: [{ ${entry} }] }\n`);
  };
  const launcherIn = (...parts: string[]): void => {
    mkdirSync(join(folder, ...parts), { recursive: true });
    writeFileSync(join(folder, ...parts, "pulumi-resource-ncloud"), "");
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "find-plugin-"));
  });
  afterEach(() => {
    process.env["PATH"] = path;
    rmSync(folder, { recursive: true });
  });

  it("is found where the project, the engine's folder, PATH or a running process has it", () => {
    const bare = { HOME: folder };
    expect(findPlugin(undefined, bare)).to.equal(undefined);
    expect(findPlugin(undefined, { ...bare, PULUMI_DEBUG_PROVIDERS: "ncloud:4711" })?.by).to.equal(
      "PULUMI_DEBUG_PROVIDERS",
    );
    launcherIn("tools");
    const onPath = { by: "PATH", folder: join(folder, "tools") };
    expect(findPlugin(undefined, { ...bare, PATH: join(folder, "tools") })).to.deep.equal(onPath);
    const installed = join(folder, ".pulumi", "plugins", `resource-ncloud-v${version}`);
    mkdirSync(installed, { recursive: true });
    expect(findPlugin(undefined, bare)).to.deep.equal({ by: "pulumi plugin install", folder: installed });
    declare("name: ncloud, path: bin");
    expect(findPlugin(project(), bare)).to.deep.equal({ by: "Pulumi.yaml", folder: join(folder, "bin") });
  });

  it("is not the one of its name that the project has for another version", () => {
    const bare = { HOME: folder };
    declare("name: ncloud, path: bin, version: 9.9.9");
    expect(findPlugin(project(), bare)).to.equal(undefined);
    declare(`name: ncloud, path: bin, version: ${version}`);
    expect(findPlugin(project(), bare)?.by).to.equal("Pulumi.yaml");
  });

  it("is reported by the doctor with the Node that runs it, which is the first on PATH", async () => {
    expect(await checkPlugin(folder, undefined)).to.deep.equal([]);
    declare("name: ncloud, path: bin");
    launcherIn("bin");
    const old = join(folder, "old");
    mkdirSync(old);
    writeFileSync(join(old, "node"), "#!/bin/sh\necho v20.19.5\n");
    chmodSync(join(old, "node"), 0o755);
    process.env["PATH"] = `${old}:${path ?? ""}`;
    expect((await checkPlugin(folder, undefined)).map(formatCheckResult)).to.deep.equal([
      `✔ plugin ncloud: ${join(folder, "bin")}, by Pulumi.yaml`,
      "✖ Node of the plugin: 20.19.5 is older than 22.12.0. Install a newer one from https://nodejs.org.",
    ]);
    process.env["PATH"] = path;
    expect((await checkPlugin(folder, undefined)).map(({ state }) => state)).to.deep.equal(["ok", "ok"]);
  });

  it("that is not there is reported with what to do", () => {
    declare("name: ncloud, path: bin");
    expect(formatCheckResult(describePlugin(findPlugin(project()), project()))).to.equal(
      `✖ plugin ncloud: ${project()} names ${join(folder, "bin")}, where no pulumi-resource-ncloud is. ` +
        'Run "npm install" in the project, or correct the path.',
    );
    expect(formatCheckResult(describePlugin(undefined, "Pulumi.yaml"))).to.equal(
      "✖ plugin ncloud: not found. Add to Pulumi.yaml: " +
        "plugins: { providers: [{ name: ncloud, path: node_modules/pulumi-ncloud-sourcepipeline/bin }] }",
    );
  });
});
