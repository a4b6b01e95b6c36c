import { expect } from "chai";
import { parseRetryAfter } from "../../../../provider/core/http/retry-after.ts";

const now = Date.parse("Wed, 21 Oct 2026 07:28:00 GMT");

describe("parseRetryAfter", () => {
  const cases: [header: string | undefined, milliseconds: number | undefined][] = [
    ["2", 2000],
    [" 0 ", 0],
    ["0.5", 500],
    ["3600", 30_000],
    ["99999999999999999999", 30_000],
    ["Wed, 21 Oct 2026 07:28:05 GMT", 5000],
    ["Wed, 21 Oct 2026 07:27:00 GMT", 0],
    ["Wed, 21 Oct 2037 07:28:00 GMT", 30_000],
    ["soon", undefined],
    ["", undefined],
    [undefined, undefined],
  ];
  for (const [header, milliseconds] of cases) {
    it(`${header === undefined ? "absent" : JSON.stringify(header)} is ${milliseconds === undefined ? "nothing" : `${milliseconds} ms`}`, () => {
      expect(parseRetryAfter(header, now)).to.equal(milliseconds);
    });
  }

  it("does not take a negative number for a date", () => {
    expect(parseRetryAfter("-5", now)).to.be.oneOf([undefined, 0]);
  });
});
