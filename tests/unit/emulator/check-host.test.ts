import { expect } from "chai";
import { createHostProblem } from "../../../emulator/http/check-host.ts";

describe("hosts that the emulator serves", () => {
  const allows = (host: string | undefined, localAddress: string, given: string[] = []) =>
    createHostProblem(given)(host, localAddress) === undefined;

  it("include the address at which the connection arrived, and no other address", () => {
    expect(allows("172.17.0.2:4600", "172.17.0.2")).to.equal(true);
    expect(allows("172.17.0.2:4600", "::ffff:172.17.0.2")).to.equal(true);
    expect(allows("[fd00::2]:4600", "fd00::2")).to.equal(true);
    expect(allows("172.17.0.3:4600", "172.17.0.2")).to.equal(false);
  });

  it("include what was given, however it is written", () => {
    expect(allows("[FD00:0:0::2]:4600", "127.0.0.1", ["fd00::2"])).to.equal(true);
    expect(allows("emulator.", "127.0.0.1", ["EMULATOR"])).to.equal(true);
    expect(allows("my_emulator:4600", "127.0.0.1", ["my_emulator"])).to.equal(true);
  });

  it("need not be named by HTTP/1.0, which no browser speaks", () => {
    expect(allows(undefined, "127.0.0.1")).to.equal(true);
    expect(allows("", "127.0.0.1")).to.equal(false);
  });
});
