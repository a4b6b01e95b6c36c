import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { ensureLanguage } from "../../../tools/pulumi-languages/ensure-languages.ts";
import type { Found } from "../../../tools/pulumi-languages/build-part.ts";
import { testedParts } from "../../../tools/pulumi-languages/plan.ts";
import { createMachine, installCli, installGo, type Machine } from "../pulumi-cli/machine.ts";

/** Where parts are built: beside the folder of a CLI that is built here. */
const homeOf = ({ built }: Machine): string => join(dirname(built), "languages");

const directoryOf = (found: Found): string =>
  "directory" in found ? found.directory : expect.fail(`should be there: ${found.reason}`);

const reasonOf = (found: Found): string =>
  "reason" in found ? found.reason : expect.fail(`should not be there: ${found.directory}`);

const filesOf = (directory: string): string[] => readdirSync(directory, { recursive: true, encoding: "utf8" }).sort();

describe("ensureLanguage", () => {
  it("takes the host that a release has beside its CLI, and builds nothing", async () => {
    using machine = createMachine();
    installCli(machine);
    installGo(machine);
    for (const name of ["python", "go"]) machine.program(`home/versions/3.259.0/bin/pulumi-language-${name}`, "");
    expect(directoryOf(await ensureLanguage("go", machine.context))).to.equal(machine.cli);
    expect(directoryOf(await ensureLanguage("nodejs", machine.context))).to.equal(machine.cli);
    expect(machine.notes()).to.deep.equal([]);
  });

  it("builds the host of Python with its script, and the generator in front of it", async () => {
    using machine = createMachine();
    installCli(machine);
    installGo(machine);
    const directory = directoryOf(await ensureLanguage("python", machine.context));
    expect(dirname(directory)).to.equal(homeOf(machine));
    expect(filesOf(directory)).to.deep.equal([
      "pulumi-language-python",
      "started",
      "started/pulumi-language-python",
      "started/pulumi-language-python-exec",
    ]);
  });

  it("builds the host of YAML with nothing in front of it, for it writes code itself", async () => {
    using machine = createMachine();
    installCli(machine);
    installGo(machine);
    const directory = directoryOf(await ensureLanguage("yaml", machine.context));
    expect(filesOf(directory)).to.deep.equal(["pulumi-language-yaml"]);
  });

  it("builds the host of Node.js beside a CLI that was built, whose own writes no code", async () => {
    using machine = createMachine();
    installCli(machine);
    installGo(machine);
    expect(dirname(directoryOf(await ensureLanguage("nodejs", machine.context)))).to.equal(homeOf(machine));
  });

  it("builds each part of the end-to-end tests once, says so, and says nothing when all are there", async () => {
    using machine = createMachine();
    installCli(machine);
    installGo(machine);
    for (const part of testedParts) directoryOf(await ensureLanguage(part, machine.context));
    expect(machine.notes()).to.have.length(testedParts.length);
    expect(machine.told).to.include("Compiling pulumi-language-yaml: done after 45 s");
    machine.told.length = 0;
    for (const part of testedParts) directoryOf(await ensureLanguage(part, machine.context));
    expect(machine.notes()).to.have.length(testedParts.length);
    expect(machine.told).to.deep.equal([]);
  });

  it("gives Go's last words when a build fails, leaves nothing behind, and builds at the next call", async () => {
    using machine = createMachine();
    installCli(machine);
    installGo(machine, { build: "echo 'no module for you' >&2; exit 1" });
    const reason = reasonOf(await ensureLanguage("yaml", machine.context));
    expect(reason).to.equal("go build of pulumi-language-yaml: no module for you");
    expect(filesOf(homeOf(machine))).to.deep.equal([]);
    installGo(machine);
    directoryOf(await ensureLanguage("yaml", machine.context));
  });

  it("says that there is no Go, and no Python to get one by", async () => {
    using machine = createMachine();
    installCli(machine);
    const reason = reasonOf(await ensureLanguage("go", machine.context));
    expect(reason).to.equal("there is no go on PATH; there is no python3 on PATH; there is no python on PATH");
  });
});
