import { readFileSync } from "node:fs";
import { expect } from "chai";
import { sign, stringToSign, type Signable } from "../../../provider/core/http/signature.ts";

interface Vectors {
  vectors: (Signable & { about: string; secretKey: string; signature: string })[];
}

const path = new URL("../../fixtures/signature/vectors.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(path, "utf8")) as Vectors;

describe("signature, against openssl", () => {
  for (const { about, secretKey, signature, ...signable } of vectors) {
    it(`${signable.method} ${signable.pathAndQuery}: ${about}`, () => {
      expect(sign(stringToSign(signable), secretKey)).to.equal(signature);
    });
  }

  it("signs the method in uppercase, whatever its spelling", () => {
    const [{ secretKey, signature, ...signable }] = vectors as [Vectors["vectors"][number]];
    expect(sign(stringToSign({ ...signable, method: signable.method.toLowerCase() }), secretKey)).to.equal(signature);
  });

  it("covers the four methods of the table", () => {
    expect(new Set(vectors.map(({ method }) => method))).to.have.keys("GET", "POST", "PATCH", "DELETE");
  });
});
