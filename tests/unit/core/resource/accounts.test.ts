import { expect } from "chai";
import { createAccounts } from "../../../../provider/core/resource/index.ts";

describe("accounts", () => {
  it("are proven by a look that proves, and by nothing else", async () => {
    const accounts = createAccounts();
    await accounts.witness("unproven", () => Promise.resolve({ result: "a pipeline", isProof: false }));
    await accounts.witness("failing", () => Promise.reject(new Error("no"))).catch(() => undefined);
    await accounts.witness("former", () => Promise.resolve({ result: "a pipeline", isProof: true }));
    const origins = ["unproven", "failing", "former", "never seen"];
    const same = await Promise.all(origins.map((origin) => accounts.isSame(origin)));
    expect(same).to.deep.equal([false, false, true, false]);
  });

  it("wait for a proof that is under way", async () => {
    const accounts = createAccounts();
    const { promise, resolve } = Promise.withResolvers<string>();
    const looking = accounts.witness("former", async () => ({ result: await promise, isProof: true }));
    const isSame = accounts.isSame("former");
    resolve("a pipeline");
    expect(await isSame).to.equal(true);
    await looking;
  });

  it("do not wait for ever for a proof that fails", async () => {
    const accounts = createAccounts();
    const { promise, reject } = Promise.withResolvers<string>();
    const look = async () => ({ result: await promise, isProof: true });
    const looking = accounts.witness("former", look).catch(() => "failed");
    const isSame = accounts.isSame("former");
    reject(new Error("no"));
    expect(await isSame).to.equal(false);
    expect(await looking).to.equal("failed");
  });
});
