import { expect } from "chai";
import fc from "fast-check";
import { limits, namePattern } from "../../../provider/services/sourcepipeline/api/limits.ts";
import type { Location } from "../../../provider/core/location.ts";
import { autoname as generate } from "../../../provider/core/resource/autoname.ts";

const urn = fc
  .tuple(fc.string(), fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }))
  .map(([stack, name]) => `urn:pulumi:${stack}::shop::pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline::${name}`);

const location: Location = { region: "KR", platform: "vpc", site: "public" };
const naming = { maximum: limits.pipelineName.maximum, noun: "pipeline" };
const autoname = (resource: string, held?: string): string => generate(resource, location, naming, held);

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

  it("makes another name for a replacement, again and again, and for another location", () => {
    fc.assert(
      fc.property(urn, (value) => {
        const names = [autoname(value)];
        for (let replacement = 0; replacement < 5; replacement++) names.push(autoname(value, names.at(-1)));
        names.push(generate(value, { ...location, region: "JPN" }, naming, names.at(-1)));
        expect(new Set(names).size).to.equal(names.length);
        for (const name of names) expect(name).to.match(namePattern);
      }),
    );
  });

  it("has no dash at its beginning and no two in a row, and a word where nothing can be read", () => {
    expect(autoname("urn:pulumi:dev::shop::type::배포")).to.match(/^pipeline-[0-9a-f]{7}$/);
    expect(autoname("urn:pulumi:dev::shop::type::결제-api")).to.match(/^api-[0-9a-f]{7}$/);
    expect(autoname("urn:pulumi:dev::shop::type::shop[0]-(b)")).to.match(/^shop-0-b-[0-9a-f]{7}$/);
    expect(autoname(`urn:pulumi:dev::shop::type::${"a".repeat(21)}-b`)).to.match(/^a{21}-[0-9a-f]{7}$/);
  });

  it("is the one of the resource when what is replaced has another kind of name", () => {
    expect(autoname("urn:pulumi:dev::shop::type::main", "by-hand")).to.equal(
      autoname("urn:pulumi:dev::shop::type::main"),
    );
  });

  it("begins with the resource's name", () => {
    expect(autoname("urn:pulumi:dev::shop::type::main")).to.match(/^main-[0-9a-f]{7}$/);
    expect(autoname("urn:pulumi:dev::shop::type::my shop: über")).to.match(/^my-shop-ber-[0-9a-f]{7}$/);
    expect(autoname(`urn:pulumi:dev::shop::type::${"a".repeat(40)}`)).to.match(/^a{22}-[0-9a-f]{7}$/);
  });
});
