import { expect } from "chai";
import { isDuplicateName } from "../../../../../provider/services/sourcepipeline/api/error-codes.ts";

describe("isDuplicateName", () => {
  it("is true of the one code that means that a pipeline's name is taken", () => {
    const codes = ["340405", "340409", "310405", "405", "409", "", undefined];
    expect(codes.filter((serviceCode) => isDuplicateName({ serviceCode }))).to.deep.equal(["340405"]);
  });
});
