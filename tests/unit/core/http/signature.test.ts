import { expect } from "chai";
import { signHeaders } from "../../../../provider/core/http/signature.ts";

const signer = {
  accessKey: "AK0000000000000000TEST",
  secretKey: "SK00000000000000000000000000000000000TEST",
  region: "KR",
};

describe("signHeaders", () => {
  // Reference section 1.4, made with `openssl dgst -sha256 -hmac … -binary | base64`.
  for (const [method, path, signature] of [
    ["GET", "/api/v1/project?pageNo=1&pageSize=10&projectName=pipe", "JjAM4AJUuA4AxgFwaUaVKneMHPcoiEK//s43R4tgB2g="],
    ["POST", "/api/v1/project/1234/do", "GnYEjf5UjhYXx8dk9ESlCEZ77fNyfdgeofTcAQF2anc="],
  ] as const) {
    it(`signs ${method} ${path}`, () => {
      const headers = signHeaders(signer, method, new URL(path, "https://host"), 1700000000000);
      expect(headers).to.deep.equal({
        "x-ncp-apigw-timestamp": "1700000000000",
        "x-ncp-iam-access-key": signer.accessKey,
        "x-ncp-apigw-signature-v2": signature,
        "x-ncp-region_code": "KR",
      });
    });
  }

  it("writes whole milliseconds", () => {
    expect(signHeaders(signer, "GET", new URL("https://host/"), 1.75)).to.include({ "x-ncp-apigw-timestamp": "1" });
  });
});
