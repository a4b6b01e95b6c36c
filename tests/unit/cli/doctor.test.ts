import { expect } from "chai";
import {
  checkClock,
  dateOfResponse,
  describeConfiguration,
  describeProxy,
} from "../../../cli/doctor/check-connection.ts";
import { checkVersion, requirements } from "../../../cli/doctor/check-machine.ts";
import { formatCheckResult, skipped } from "../../../cli/doctor/check-result.ts";
import { resolveConfiguration } from "../../../provider/config/configuration.ts";
import { startLoopbackProxy } from "../../contract/http/loopback-proxy.ts";
import { respond, startLoopbackServer } from "../../contract/http/loopback-server.ts";

describe("the doctor", () => {
  it("warns of an endpoint that is not encrypted, which is no failure", () => {
    const settings = { accessKey: "AK-CANARY", secretKey: "SK-CANARY", endpoint: "http://gateway.example" };
    const configuration = resolveConfiguration(settings, { environment: {}, profile: () => undefined });
    const results = describeConfiguration(configuration, settings, {});
    expect(results.map(({ state }) => state)).to.have.members(["ok", "ok", "ok", "ok", "ok", "warned"]);
    const lines = results.map(formatCheckResult).join("\n");
    expect(lines).to.match(/^! endpoint: The endpoint http:\/\/gateway\.example is not encrypted/m);
    expect(lines).to.not.contain("CANARY");
  });

  it("compares versions by their numbers", () => {
    const states = ["v22.12.0", "22.2.0", "100.0.0", "22.12.1-rc.1", "v21.99.99"].map(
      (version) => checkVersion(requirements.node, version).state,
    );
    expect(states).to.deep.equal(["ok", "failed", "ok", "ok", "failed"]);
  });

  it("gives the hint for an old one, in one line", () => {
    expect(formatCheckResult(checkVersion(requirements.pulumi, "v3.100.0\n"))).to.equal(
      "✖ Pulumi CLI: 3.100.0 is older than 3.227.0. Install a newer one: https://www.pulumi.com/docs/install/.",
    );
  });

  it("reports how far the service's clock is away", async () => {
    const now = () => Date.UTC(2026, 0, 1);
    const at = (offsetMs: number) =>
      checkClock("http://service", { now, dateOf: async () => new Date(now() + offsetMs).toUTCString() });
    expect(await at(2_000)).to.include({ state: "ok", text: "the service's is 2 s ahead of this machine's" });
    expect(await at(-360_000)).to.include({ state: "failed" });
    expect(await checkClock("http://service", { now, dateOf: async () => "" })).to.include({ state: "failed" });
    expect(await checkClock("http://service", { now, dateOf: async () => undefined })).to.deep.equal(
      skipped("clock", "not tried: there was no response from http://service"),
    );
  });

  it("reports which proxy is used for the endpoint, and from which variable", () => {
    const HTTPS_PROXY = "http://ci:s3cret@proxy:3128";
    const cases: [environment: Record<string, string>, line: string][] = [
      [{}, "✔ proxy: none"],
      [{ HTTP_PROXY: HTTPS_PROXY, NO_PROXY: "service" }, "✔ proxy: none"],
      [{ HTTPS_PROXY }, "✔ proxy: proxy:3128, from HTTPS_PROXY"],
      [{ https_proxy: "other", HTTPS_PROXY }, "✔ proxy: other:80, from https_proxy"],
      [
        { HTTPS_PROXY, NO_PROXY: "service" },
        "✔ proxy: none, because NO_PROXY names service:8443; HTTPS_PROXY is not used",
      ],
      [
        { https_proxy: "socks5://ci:s3cret@proxy:1080" },
        "✖ proxy: https_proxy is not the address of an HTTP proxy. Set it to one such as http://proxy.example.com:3128, or unset it.",
      ],
    ];
    for (const [environment, line] of cases) {
      expect(formatCheckResult(describeProxy("https://service:8443", environment))).to.equal(line);
    }
  });

  it("asks the service for its time through the proxy, and takes no other's for it", async () => {
    const [server, proxy] = await Promise.all([startLoopbackServer(), startLoopbackProxy()]);
    try {
      const date = "Wed, 21 Oct 2026 07:28:00 GMT";
      server.reply(respond(401, "", { date }));
      const http_proxy = `http://${proxy.host}`;
      expect(await dateOfResponse(`${server.endpoint}/api/v1/project`, { http_proxy })).to.equal(date);
      expect(proxy.asked).to.have.lengthOf(1);
      proxy.demand("somebody:else");
      expect(await dateOfResponse(`${server.endpoint}/api/v1/project`, { http_proxy })).to.equal(undefined);
      expect(await dateOfResponse(`${server.endpoint}/api/v1/project`, {})).to.equal(date);
    } finally {
      await Promise.all([server.close(), proxy.close()]);
    }
  });
});
