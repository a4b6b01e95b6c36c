import { expect } from "chai";
import { checkClock, describeConfiguration } from "../../../cli/doctor/check-connection.ts";
import { checkVersion, requirements } from "../../../cli/doctor/check-version.ts";
import { formatFinding } from "../../../cli/doctor/finding.ts";
import { resolveConfiguration } from "../../../provider/config.ts";

describe("the doctor", () => {
  it("tells of an endpoint that is not encrypted, which is no failure", () => {
    const settings = { accessKey: "AK-CANARY", secretKey: "SK-CANARY", endpoint: "http://gateway.example" };
    const configuration = resolveConfiguration(settings, { environment: {}, profile: () => undefined });
    const findings = describeConfiguration(configuration, settings, {});
    expect(findings.map(({ state }) => state)).to.have.members(["ok", "ok", "ok", "ok", "warned"]);
    const lines = findings.map(formatFinding).join("\n");
    expect(lines).to.match(/^! endpoint: The endpoint http:\/\/gateway\.example is not encrypted/m);
    expect(lines).to.not.contain("CANARY");
  });

  it("compares versions by their numbers", () => {
    const states = ["v22.12.0", "22.2.0", "100.0.0", "22.12.1-rc.1", "v21.99.99"].map(
      (version) => checkVersion(requirements.node, version).state,
    );
    expect(states).to.deep.equal(["ok", "failed", "ok", "ok", "failed"]);
  });

  it("says what to do about an old one, in one line", () => {
    expect(formatFinding(checkVersion(requirements.pulumi, "v3.100.0\n"))).to.equal(
      "✖ Pulumi CLI: 3.100.0 is older than 3.227.0. Install a newer one: https://www.pulumi.com/docs/install/.",
    );
  });

  it("tells how far the service's clock is away", async () => {
    const now = () => Date.UTC(2026, 0, 1);
    const at = (offsetMs: number) =>
      checkClock("http://service", { now, dateOf: async () => new Date(now() + offsetMs).toUTCString() });
    expect(await at(2_000)).to.include({ state: "ok", text: "the service's is 2 s ahead of this machine's" });
    expect(await at(-360_000)).to.include({ state: "failed" });
    expect(await checkClock("http://service", { now, dateOf: async () => null })).to.include({ state: "failed" });
  });
});
