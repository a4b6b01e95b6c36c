import { expect } from "chai";
import { refill } from "../../../emulator/http/authorize.ts";

describe("quota bucket", () => {
  it("fills evenly", () => {
    expect(refill({ tokens: 0, time: 1000 }, 1250, 4)).to.deep.equal({ tokens: 1, time: 1250 });
  });

  it("holds what a second allows, at least one request", () => {
    expect(refill({ tokens: 3, time: 0 }, 60_000, 4)).to.include({ tokens: 4 });
    expect(refill({ tokens: 0, time: 0 }, 60_000_000, 0.5)).to.include({ tokens: 1 });
  });

  it("loses nothing when the wall clock goes back", () => {
    expect(refill({ tokens: 2, time: 1000 }, 500, 4)).to.deep.equal({ tokens: 2, time: 500 });
  });
});
