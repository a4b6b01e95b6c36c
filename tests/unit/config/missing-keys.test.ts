import { expect } from "chai";
import { describeMissingKeys } from "../../../provider/config/missing-keys.ts";

describe("the message about missing keys", () => {
  it("names them all, and only the ways that the command reads", () => {
    expect(describeMissingKeys(["accessKey", "secretKey"], "team", "option")).to.equal(
      "There is no access key and no secret key for NAVER Cloud. Set NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY, write them " +
        "to the profile team of ~/.ncloud/configure, or give --stack, which takes them from a stack's configuration.",
    );
    expect(describeMissingKeys(["secretKey"], "DEFAULT", "nowhere")).to.equal(
      "There is no secret key for NAVER Cloud. Set NCLOUD_SECRET_KEY, or write it to the profile DEFAULT of ~/.ncloud/configure.",
    );
  });

  it("has nobody type a secret where a shell keeps it", () => {
    const message = describeMissingKeys(["accessKey", "secretKey"], "DEFAULT", "configuration");
    expect(message).to.contain('"pulumi config set --secret ncloud:secretKey"').and.not.contain("…");
  });
});
