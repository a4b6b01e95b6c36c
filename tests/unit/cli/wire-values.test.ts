import { expect } from "chai";
import { disclosedValue, plainValue } from "../../../cli/check/program/wire-values.ts";
import { unknownString, unknownValue } from "../../../provider/core/validation/unknown.ts";

const kind = "4dabf18193072939515e22adb298388d";
const secret = (value: unknown) => ({ [kind]: "1b47061264138c4ac30d75fd1eb44270", value });
const resource = (id?: string) => ({ [kind]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn", id });
const output = (parts: object) => ({ [kind]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...parts });

describe("values on the wire", () => {
  it("are what they are, unknown ones included", () => {
    const value = { name: "shop", list: [1, true, null, unknownValue], deep: { empty: {} } };
    expect(plainValue(value)).to.deep.equal(value);
  });

  it("are unknown where they are secret, at any depth, and disclosed only when asked for", () => {
    const value = { list: [secret({ key: secret("x") })], made: output({ value: "y", secret: true }) };
    expect(plainValue(value)).to.deep.equal({ list: [unknownValue], made: unknownValue });
    expect(disclosedValue(value)).to.deep.equal({ list: [{ key: "x" }], made: "y" });
  });

  it("are an output's own, or unknown where it has none", () => {
    expect(plainValue([output({ value: { a: output({ value: 7 }) } }), output({})])).to.deep.equal([
      { a: 7 },
      unknownValue,
    ]);
  });

  it("are the id of a resource, or an unknown string where it has none yet", () => {
    expect(plainValue([resource("3101"), resource(""), resource()])).to.deep.equal([
      "3101",
      unknownString,
      unknownString,
    ]);
  });
});
