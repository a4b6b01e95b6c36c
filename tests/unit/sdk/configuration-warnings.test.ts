import { expect } from "chai";
import { configurationWarnings } from "../../../sdk/configuration-warnings.ts";

describe("mistyped configuration keys", () => {
  it("are told with the key that was meant", () => {
    expect(configurationWarnings(["ncloud:regio", "ncloud:accesKey", "ncloud:secretkey"])).to.deep.equal([
      'Configuration key "ncloud:regio" is unknown. Did you mean "ncloud:region"?',
      'Configuration key "ncloud:accesKey" is unknown. Did you mean "ncloud:accessKey"?',
      'Configuration key "ncloud:secretkey" is unknown. Did you mean "ncloud:secretKey"?',
    ]);
  });

  it("are none that are ours, or that another package may have", () => {
    const others = ["ncloud:region", "ncloud:supportVpc", "ncloud:timeout", "aws:regio", "shop:site", "ncloud"];
    expect(configurationWarnings(others)).to.deep.equal([]);
  });
});
