import { expect } from "chai";
import { checkSettings, settingsIn } from "../../../../provider/hosts/plugin/configuration.ts";
import { nodeProblem } from "../../../../provider/hosts/plugin/node-problem.ts";
import { secret } from "../../../../provider/hosts/plugin/wire-values.ts";
import { unknownValue } from "../../../../provider/core/validation/unknown.ts";

describe("the configuration of the packaged plugin", () => {
  it("says everything that is wrong, a sentence each, and no key among it", () => {
    const { problems } = checkSettings({ platform: "vcp", site: "publik", endpoint: "nowhere", accessKey: "CANARY" });
    expect(problems).to.have.length(3);
    expect(problems[0]).to.contain('ncloud:platform: "vcp" is not known.');
    expect(problems[1]).to.contain('ncloud:site: "publik" is not known.');
    expect(problems[2]).to.contain("ncloud:endpoint (or NCLOUD_API_GW) is not a base URL.");
    expect(problems.join(" ")).to.not.contain("CANARY");
  });

  it("keeps both keys as secrets, what is ours and the engine's own, and nothing else of the namespace", () => {
    const given = { accessKey: "AK", secretKey: "SK", region: "KR", version: "1.2.3", host: "plugin", zone: "KR-1" };
    expect(checkSettings(given)).to.deep.equal({
      inputs: { accessKey: secret("AK"), secretKey: secret("SK"), region: "KR", version: "1.2.3" },
      problems: [],
    });
  });

  it("takes what is not known yet for nothing wrong, and for no setting", () => {
    expect(checkSettings({ platform: unknownValue }).problems).to.deep.equal([]);
    expect(settingsIn({ platform: unknownValue, region: "KR", silence: "" })).to.deep.equal({ region: "KR" });
  });
});

describe("the Node that runs the plugin", () => {
  const at = (version: string): string | undefined => nodeProblem({ version, path: "/opt/bin/node" });

  it("is named with its path when it is too old, in one sentence", () =>
    expect(at("v20.19.5")).to.match(
      /^The ncloud plugin needs Node\.js 22\.12\.0 or newer, and the node that comes first on PATH is v20\.19\.5 \(\/opt\/bin\/node\): .*\.$/,
    ));

  it("is fine from the oldest supported version on", () => {
    for (const version of ["v22.12.0", "v22.13.1", "v23.0.0", "v24.21.0"])
      expect(at(version), version).to.equal(undefined);
    for (const version of ["v22.11.9", "v18.20.4"]) expect(at(version), version).to.not.equal(undefined);
  });
});
