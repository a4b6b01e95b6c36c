import { expect } from "chai";
import { findUnmanaged } from "../../../cli/drift/pending-and-unmanaged.ts";
import { isManaged } from "../../../cli/pulumi/stack-pipeline.ts";
import { location, stackPipeline } from "./stack-pipelines.ts";

describe("a pipeline of the account", () => {
  const listed = { id: 7, name: "shop" };
  const isManagedBy = (values: object, id = "7"): boolean => isManaged(listed, location, [stackPipeline(id, values)]);

  it("is managed by a resource with its id, its name and its location, in uppercase or not", () => {
    expect(isManagedBy({ name: "shop", ...location })).to.equal(true);
    expect(isManagedBy({ name: "shop", ...location, region: "kr" })).to.equal(true);
    expect(isManagedBy({ name: "shop", ...location }, "8")).to.equal(false);
  });

  for (const other of [{ region: "SGN" }, { platform: "classic" }, { site: "gov" }, { name: "other" }]) {
    it(`is not managed by a resource with its id and another ${Object.keys(other).join()}`, () => {
      expect(isManagedBy({ name: "shop", ...location, ...other })).to.equal(false);
    });
  }

  it("may be managed where a state lacks what identifies it, or keeps it secret", () => {
    expect(isManagedBy({})).to.equal(true);
    expect(isManagedBy({ name: "[secret]", region: "KR" })).to.equal(true);
  });

  it("is unmanaged when the only resource of its id manages one of another region", async () => {
    const lists = { pipelines: { all: async () => [listed, { id: 3, name: "base" }] } };
    const account = { lists, location } as unknown as Parameters<typeof findUnmanaged>[1];
    const here = stackPipeline("3", { name: "base", ...location });
    const elsewhere = stackPipeline("7", { name: "shop", ...location, region: "SGN" });
    expect(await findUnmanaged([here, elsewhere], account)).to.deep.equal([{ name: "shop", id: "7" }]);
  });
});
