import { expect } from "chai";
import { createHmac } from "node:crypto";
import { explainMismatch, firstDifference } from "../../../emulator/http/explain-mismatch.ts";

describe("explaining a wrong signature", () => {
  const request = {
    method: "GET",
    target: "/vpcsourcepipeline/api/v1/project?projectName=a%20b",
    timestamp: "1700000000123",
    accessKey: "AK",
  };
  const { method, target, timestamp, accessKey } = request;
  const explain = (text: string) =>
    explainMismatch(request, "SK", createHmac("sha256", "SK").update(text, "utf8").digest("base64")).reason;

  const mistakes: [string, RegExp][] = [
    [`${method} /vpcsourcepipeline/api/v1/project\n${timestamp}\n${accessKey}`, /without the query.* byte 37\.$/],
    [`${method} /vpcsourcepipeline/api/v1/project?projectName=a b\n${timestamp}\n${accessKey}`, /decoded.* byte 51\.$/],
    [`${method} /api/v1/project?projectName=a%20b\n${timestamp}\n${accessKey}`, /before \/api\/v1.* byte 5\.$/],
    [`${method} /project?projectName=a%20b\n${timestamp}\n${accessKey}`, /without \/api\/v1.* byte 5\.$/],
    [`get ${target}\n${timestamp}\n${accessKey}`, /lowercase.* byte 0\.$/],
    [`${method} ${target}\n${timestamp}\n${accessKey}\n`, /newline at the end/],
    [`${method} ${target}\r\n${timestamp}\r\n${accessKey}`, /CR and LF/],
    [`${method} ${target}\n${timestamp}`, /left out the access key/],
    [`${method} ${target}\n${accessKey}\n${timestamp}`, /access key before the timestamp/],
    [`${method} ${target}\n1700000000\n${accessKey}`, /time in seconds/],
    ["anything else", /another text or another secret key/],
  ];
  for (const [text, explanation] of mistakes) {
    it(`knows ${JSON.stringify(text)}`, () => expect(explain(text)).to.match(explanation));
  }

  it("counts bytes, not characters", () => {
    expect(firstDifference("저x", "저y")).to.equal(3);
    expect(firstDifference("ab", "abc")).to.equal(2);
  });
});
