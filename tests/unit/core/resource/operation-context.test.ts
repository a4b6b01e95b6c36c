import { expect } from "chai";
import { makeHost } from "./make-host.ts";

describe("an operation context", () => {
  it("asks with growing pauses, up to 5 s, and once more when the time is up", async () => {
    const { context, clock, messages } = makeHost();
    const askedAt: number[] = [];
    const answer = await context().until<number>("the moon", 30_000, async () => {
      askedAt.push(clock.now);
      return undefined;
    });
    expect(answer).to.equal(undefined);
    expect(askedAt).to.deep.equal([0, 500, 1_500, 3_500, 7_500, 12_500, 17_500, 22_500, 27_500, 30_000]);
    expect(messages[0]).to.equal("info: Waiting for the moon, at most 30 s more.");
    expect(messages.at(-1)).to.equal("info: Waiting for the moon, at most 3 s more.");
  });

  it("does not wait when the first answer will do", async () => {
    const { context, clock, messages } = makeHost();
    expect(await context().until("the moon", 30_000, async () => 1)).to.equal(1);
    expect(clock.waits).to.deep.equal([]);
    expect(messages).to.deep.equal([]);
  });

  it("ends with the verb's own time, if that is shorter", async () => {
    const { context, clock } = makeHost();
    await context(2_000).until("the moon", 30_000, async () => undefined);
    expect(clock.now).to.equal(2_000);
  });

  it("ends at once when the user ends the command, after one question", async () => {
    const { context, clock, interrupt } = makeHost();
    interrupt();
    let asked = 0;
    await context().until("the moon", 30_000, async () => {
      asked += 1;
      return undefined;
    });
    expect([asked, clock.now]).to.deep.equal([1, 0]);
  });

  it("ends after the wait that the user interrupts", async () => {
    const { context, clock, interrupt } = makeHost();
    let asked = 0;
    await context().until("the moon", 30_000, async () => {
      asked += 1;
      if (asked === 2) interrupt();
    });
    expect([asked, clock.now]).to.deep.equal([2, 500]);
  });

  it("gives the client what is left of its 10 minutes", async () => {
    const { context, clock } = makeHost();
    const operation = context();
    clock.now = 60_000;
    expect(operation.options().deadlineMs).to.equal(540_000);
    clock.now = 700_000;
    expect(operation.options().deadlineMs).to.equal(0);
  });

  it("lets an error of the question through", async () => {
    const { context } = makeHost();
    const asked = context().until("the moon", 30_000, () => Promise.reject(new Error("no moon")));
    expect(await asked.catch((error: unknown) => String(error))).to.equal("Error: no moon");
  });
});
