import { expect } from "chai";
import { createAccounts } from "../../../provider/lifecycle/index.ts";

describe("accounts", () => {
  it("are proven by a read that succeeds, and by nothing else", async () => {
    const accounts = createAccounts();
    await accounts.reading("missing", () => Promise.resolve(undefined));
    await accounts.reading("failing", () => Promise.reject(new Error("no"))).catch(() => undefined);
    await accounts.reading("former", () => Promise.resolve("a pipeline"));
    await accounts.reading(undefined, () => Promise.resolve("a pipeline"));
    const same = await Promise.all(["missing", "failing", "former", "never seen"].map((mark) => accounts.isSame(mark)));
    expect(same).to.deep.equal([false, false, true, false]);
  });

  it("wait for a proof that is under way", async () => {
    const accounts = createAccounts();
    const { promise, resolve } = Promise.withResolvers<string>();
    const reading = accounts.reading("former", () => promise);
    const isSame = accounts.isSame("former");
    resolve("a pipeline");
    expect(await isSame).to.equal(true);
    await reading;
  });

  it("do not wait for ever for a proof that fails", async () => {
    const accounts = createAccounts();
    const { promise, reject } = Promise.withResolvers<string>();
    const reading = accounts.reading("former", () => promise).catch(() => "failed");
    const isSame = accounts.isSame("former");
    reject(new Error("no"));
    expect(await isSame).to.equal(false);
    expect(await reading).to.equal("failed");
  });
});
