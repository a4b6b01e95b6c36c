import { expect } from "chai";
import { categories } from "../../../provider/core/http/error-codes.ts";
import { publicCodes } from "../../../provider/core/public-codes.ts";
import { errorClasses } from "../../../provider/core/http/errors.ts";
import { ConfigurationError } from "../../../provider/config/configuration.ts";
import { isNcloudError, isServiceError, LookupError } from "../../../sdk/index.ts";
import { runError } from "../../../sdk/run-error.ts";

const details = {
  reason: "errorResponse",
  effect: "none",
  operation: "getProject",
  hint: "",
  detail: "reset",
} as const;

describe("the errors that programs meet", () => {
  it("have a code for each category, which is a text: a number would be read as a status of gRPC", () => {
    for (const category of categories) {
      const error = new errorClasses[category]("It failed.", { ...details, category });
      expect(error.code).to.equal(publicCodes[category]).and.be.a("string");
      expect(error.cause).to.equal("reset");
      expect(isServiceError(error) && isNcloudError(error)).to.equal(true);
    }
  });

  it("have a code also where no call was made", () => {
    const errors = [new LookupError(""), new ConfigurationError(""), runError("")];
    expect(errors.map((error) => isNcloudError(error) && error.code)).to.deep.equal([
      "NCLOUD_LOOKUP",
      "NCLOUD_CONFIGURATION",
      "NCLOUD_PROGRAM",
    ]);
    expect(errors.some(isServiceError)).to.equal(false);
  });

  it("are not others", () => {
    const other = Object.assign(new Error("x"), { code: "ENOENT" });
    for (const value of [other, { code: "NCLOUD_LOOKUP" }, undefined, "NCLOUD_LOOKUP"]) {
      expect(isNcloudError(value)).to.equal(false);
    }
  });
});
