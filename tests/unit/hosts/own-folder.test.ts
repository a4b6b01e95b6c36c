import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { backendScope } from "../../../provider/hosts/shared/backend-scope.ts";
import { isAlive, ownLineage } from "../../../provider/hosts/shared/living-process.ts";
import { machineAttempts } from "../../../provider/hosts/shared/machine-attempts.ts";
import { openSharedTexts } from "../../../provider/hosts/shared/own-folder.ts";

describe("what processes of a machine share", () => {
  const { TMPDIR } = process.env;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "own-folder-"));
    process.env.TMPDIR = folder;
  });
  afterEach(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(folder, { recursive: true });
  });

  /** Everything below the folder that is no folder itself. */
  const files = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  it("is believed for a time, and removed by whoever comes later", () => {
    const first = openSharedTexts("notes", 1_000, Date.now);
    first?.write("one", "text");
    expect(first?.read("one")).to.equal("text");
    const later = (): number => Date.now() + 2_000;
    const second = openSharedTexts("notes", 1_000, later);
    expect(second?.read("one")).to.equal(undefined);
    expect(files()).to.deep.equal([]);
  });

  it("holds what a command was about to do, for a day", () => {
    const attempt = { runIds: [1, 2], at: 3 };
    machineAttempts(Date.now, 0).save("key", attempt);
    expect(machineAttempts(Date.now, 0).find("key")).to.deep.equal(attempt);
    expect(machineAttempts(() => Date.now() + 25 * 3_600_000, 0).find("key")).to.equal(undefined);
    expect(files()).to.deep.equal([]);
  });

  it("says of what a command was about to do whether that command lives", () => {
    const own = machineAttempts(Date.now, 1);
    own.save("key", { at: 3 });
    const other = machineAttempts(Date.now, 1);
    expect(own.isHeld("key")).to.equal(true);
    expect(other.isHeld("key"), "read by another one of this process's life").to.equal(ownLineage(1).length > 0);
    expect(other.isHeld("none")).to.equal(false);
    // As a command that is gone has left it; older versions named nobody.
    const paths = readdirSync(folder, { recursive: true }).map(String);
    const note = join(folder, paths.find((path) => path.endsWith(join("attempts", "key"))) ?? "none");
    writeFileSync(note, JSON.stringify({ at: 3, writer: [[process.pid, "another birth"]] }));
    expect(other.isHeld("key")).to.equal(false);
    expect(other.find("key")).to.deep.equal({ at: 3 });
    writeFileSync(note, JSON.stringify({ at: 3 }));
    expect(other.isHeld("key")).to.equal(false);
  });

  it("counts a command as alive only with its engine", () => {
    const [own, parent] = ownLineage(1);
    if (own === undefined || parent === undefined) return;
    expect(parent[0]).to.equal(process.ppid);
    expect(isAlive([own, parent])).to.equal(true);
    expect(isAlive([own, [parent[0], "another birth"]])).to.equal(false);
    const { pid } = spawnSync(process.execPath, ["--version"]);
    expect(isAlive([own, [pid, own[1]]])).to.equal(false);
  });

  it("is told apart by backend: the same address from another folder only where it is relative", () => {
    const scope = (url: string, at = "/one"): string => backendScope({ PULUMI_BACKEND_URL: url }, at);
    expect(scope("s3://one")).to.not.equal(scope("s3://two"));
    expect(scope("s3://one", "/two")).to.equal(scope("s3://one"));
    expect(scope("file://./states", "/two")).to.not.equal(scope("file://./states"));
  });
});
