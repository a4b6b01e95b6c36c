import { expect } from "chai";
import { prettyLine } from "../../../emulator/log.ts";

describe("pretty log line", () => {
  it("gives the time of day, the message, then the fields", () => {
    const line = JSON.stringify({
      level: 30,
      time: "2026-01-31T09:00:00.000Z",
      id: 1,
      operation: "getProjects",
      msg: "GET /x",
    });
    expect(prettyLine(line)).to.equal("09:00:00.000 GET /x id=1 operation=getProjects\n");
  });

  it("marks warnings and errors, and quotes strings with spaces", () => {
    const entry = { time: "2026-01-31T09:00:00.000Z", reason: "no key", msg: "refused" };
    expect(prettyLine(JSON.stringify({ level: 40, ...entry }))).to.equal(
      '09:00:00.000 warning: refused reason="no key"\n',
    );
    expect(prettyLine(JSON.stringify({ level: 50, ...entry }))).to.contain(" error: refused");
  });
});
