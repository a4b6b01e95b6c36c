import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { ensurePython } from "../../../tools/pulumi-languages/ensure-python.ts";
import { createMachine, type Machine } from "../pulumi-cli/machine.ts";

/** A Python whose environments hold a Python that only notes what it was asked to install. */
function installPython(machine: Machine, { pip = "" } = {}): void {
  machine.program(
    "python3",
    `if [ "$1" = --version ]; then echo "Python 3.11.7"; exit; fi
note "venv"
mkdir -p "$3/bin"
printf '#!/bin/sh\\n${pip}\\nshift 2; echo "pip $*" >> "%s"\\n' '${join(machine.context.environment["HOME"] ?? "", "notes")}' > "$3/bin/python"
chmod +x "$3/bin/python"`,
  );
}

describe("ensurePython", () => {
  it("makes an environment with Pulumi's SDK once, beside the language hosts, and says nothing when it is there", async () => {
    using machine = createMachine();
    installPython(machine);
    const made = await ensurePython(machine.context);
    const directory = "directory" in made ? made.directory : expect.fail(made.reason);
    expect(dirname(dirname(directory))).to.equal(join(dirname(machine.built), "languages"));
    expect(existsSync(join(directory, "python"))).to.equal(true);
    expect(machine.notes()[0]).to.equal("venv");
    expect(machine.notes()[1]).to.match(/^pip install .*pulumi==\d/);
    machine.told.length = 0;
    expect(await ensurePython(machine.context)).to.deep.equal(made);
    expect(machine.notes()).to.have.length(2);
    expect(machine.told).to.deep.equal([]);
  });

  it("gives pip's last words when it fails, and begins anew at the next call", async () => {
    using machine = createMachine();
    installPython(machine, { pip: "echo no index >&2; exit 1" });
    expect(await ensurePython(machine.context)).to.deep.equal({ reason: "pip install: no index" });
    installPython(machine);
    expect(await ensurePython(machine.context)).to.have.property("directory");
  });

  it("says that there is no Python", async () => {
    using machine = createMachine();
    expect(await ensurePython(machine.context)).to.deep.equal({ reason: "there is no python3 on PATH" });
  });
});
