import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
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
    machineAttempts(Date.now).save("key", attempt);
    expect(machineAttempts(Date.now).find("key")).to.deep.equal(attempt);
    expect(machineAttempts(() => Date.now() + 25 * 3_600_000).find("key")).to.equal(undefined);
    expect(files()).to.deep.equal([]);
  });
});
