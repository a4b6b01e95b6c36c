import { expect } from "chai";
import { createSaver } from "../../../emulator/store/create-saver.ts";

describe("saver", () => {
  it("saves changes that come together once, those during a write once more, one write at a time", async () => {
    let writing = 0;
    let written = 0;
    const release: (() => void)[] = [];
    const saver = createSaver(
      async () => {
        expect((writing += 1)).to.equal(1);
        await new Promise<void>((resolve) => release.push(resolve));
        writing -= 1;
        written += 1;
      },
      () => expect.fail("nothing fails here"),
    );
    saver.changed();
    saver.changed();
    await Promise.resolve();
    const first = saver.saved();
    saver.changed();
    saver.changed();
    const second = saver.saved();
    release.shift()!();
    await first;
    expect(written).to.equal(1);
    while (release.length === 0) await Promise.resolve();
    release.shift()!();
    await second;
    expect(written).to.equal(2);
  });

  it("reports a failure and tries again with the next change", async () => {
    const failures: unknown[] = [];
    let attempts = 0;
    const saver = createSaver(
      async () => {
        attempts += 1;
        if (attempts === 1) throw new Error("disk full");
      },
      (error) => failures.push(error),
    );
    saver.changed();
    await saver.saved();
    saver.changed();
    await saver.saved();
    expect([attempts, failures.length]).to.deep.equal([2, 1]);
  });
});
