import { expect } from "chai";
import { createProvenOrigins } from "../../../../provider/core/resource/origins.ts";

describe("proven origins", () => {
  it("are proven by a look that proves, and by nothing else", async () => {
    const origins = createProvenOrigins();
    await origins.witness("unproven", () => Promise.resolve({ result: "a pipeline", isProof: false }));
    await origins.witness("failing", () => Promise.reject(new Error("no"))).catch(() => undefined);
    await origins.witness("former", () => Promise.resolve({ result: "a pipeline", isProof: true }));
    const asked = ["unproven", "failing", "former", "never seen"];
    const same = await Promise.all(asked.map((origin) => origins.isSame(origin)));
    expect(same).to.deep.equal([false, false, true, false]);
  });

  it("wait for a proof that is under way", async () => {
    const origins = createProvenOrigins();
    const { promise, resolve } = Promise.withResolvers<string>();
    const looking = origins.witness("former", async () => ({ result: await promise, isProof: true }));
    const isSame = origins.isSame("former");
    resolve("a pipeline");
    expect(await isSame).to.equal(true);
    await looking;
  });

  it("do not wait for ever for a proof that fails", async () => {
    const origins = createProvenOrigins();
    const { promise, reject } = Promise.withResolvers<string>();
    const look = async () => ({ result: await promise, isProof: true });
    const looking = origins.witness("former", look).catch(() => "failed");
    const isSame = origins.isSame("former");
    reject(new Error("no"));
    expect(await isSame).to.equal(false);
    expect(await looking).to.equal("failed");
  });
});
