import { expect } from "chai";
import fc from "fast-check";
import { limits, namePattern } from "../../../provider/api/limits.ts";
import { autoname } from "../../../provider/model/autoname.ts";

const urn = fc
  .tuple(fc.string(), fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }))
  .map(([stack, name]) => `urn:pulumi:${stack}::shop::pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline::${name}`);

describe("autoname", () => {
  it("makes names that the service accepts", () => {
    fc.assert(
      fc.property(urn, (value) => {
        expect(autoname(value)).to.match(namePattern);
        expect(autoname(value).length).to.be.at.most(limits.pipelineName.maximum);
      }),
    );
  });

  it("makes the same name again, and another one for another resource or stack", () => {
    fc.assert(
      fc.property(urn, urn, (one, other) => {
        expect(autoname(one)).to.equal(autoname(one));
        if (one !== other) expect(autoname(one)).to.not.equal(autoname(other));
      }),
    );
  });

  it("begins with the resource's name", () => {
    expect(autoname("urn:pulumi:dev::shop::type::main")).to.match(/^main-[0-9a-f]{7}$/);
    expect(autoname("urn:pulumi:dev::shop::type::my shop: über")).to.match(/^my-shop-ber-[0-9a-f]{7}$/);
    expect(autoname(`urn:pulumi:dev::shop::type::${"a".repeat(40)}`)).to.match(/^a{22}-[0-9a-f]{7}$/);
  });
});
