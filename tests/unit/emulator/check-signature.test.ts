import { expect } from "chai";
import { readFileSync } from "node:fs";
import { checkSignature } from "../../../emulator/http/check-signature.ts";

interface Vector {
  about: string;
  method: string;
  pathAndQuery: string;
  timestamp: string;
  accessKey: string;
  secretKey: string;
  signature: string;
}

const file = new URL("../../fixtures/signature/vectors.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, "utf8")) as { vectors: Vector[] };

const check = (vector: Vector, offset = 0) =>
  checkSignature({
    method: vector.method,
    target: vector.pathAndQuery,
    headers: {
      "x-ncp-apigw-timestamp": vector.timestamp,
      "x-ncp-iam-access-key": vector.accessKey,
      "x-ncp-apigw-signature-v2": vector.signature,
    },
    now: Number(vector.timestamp) + offset,
    secretKeyOf: () => vector.secretKey,
  });

describe("checking a signature", () => {
  for (const vector of vectors) {
    it(`agrees with openssl: ${vector.about}`, () => expect(check(vector)).to.equal("ok"));
  }

  it("takes a timestamp less than five minutes off, and refuses one at five minutes", () => {
    const vector = vectors[0]!;
    for (const side of [1, -1]) {
      expect(check(vector, side * 299_999)).to.equal("ok");
      expect(check(vector, side * 300_000))
        .to.have.property("reason")
        .that.contains("300000 ms");
    }
  });
});
