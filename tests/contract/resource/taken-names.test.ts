import { expect } from "chai";
import { check, created, messageOfFailure, read, useService } from "./use-service.ts";

describe("the name of a pipeline that the state has", () => {
  const under = useService();

  it("of the pipeline that is to be replaced is an error that says how it goes first, and only then", async () => {
    const { id, outs } = await created(under.process());
    const { taskIds } = outs;
    const replace = async (stored: object) => {
      const process = under.process();
      const context = { urn: "urn:x", stored: { name: "shop", ...stored } };
      return messageOfFailure(created(process, { __context: context }));
    };
    expect(await replace({ outputs: { taskIds } })).to.equal(
      `A pipeline named "shop" exists already, with id ${id}; it is the one that is to be replaced. To delete it ` +
        "before the new one is made, set the resource option deleteBeforeReplace: true.",
    );
    // Somebody else's that took the name, and one that the program only read.
    for (const stored of [{ outputs: { taskIds: { build: 1 } } }, {}, { outputs: { taskIds }, isExternal: true }]) {
      expect(await replace(stored))
        .to.contain("add adopt")
        .and.not.contain("deleteBeforeReplace");
    }
  });

  it("that another pipeline took, or one that was only read, shows at preview; that of what is replaced does not", async () => {
    const { outs } = await created(under.process());
    const { taskIds } = outs;
    const codes = async (stored: object, more: object = {}) => {
      const context = { urn: "urn:x", dryRun: true, stored: { name: "shop", ...stored }, ...more };
      const given = { name: "shop", tasks: outs.tasks, __context: context };
      const { failures } = await check({}, given, under.process().host);
      return failures.map(({ reason }) => /NCSP\d+/.exec(reason)?.[0]);
    };
    expect(await codes({ outputs: { taskIds } })).to.deep.equal([]);
    expect(await codes({ outputs: { taskIds: { build: 1 } } })).to.deep.equal(["NCSP113"]);
    expect(await codes({ outputs: { taskIds: { build: 1 } } }, { deleteBeforeReplace: true })).to.deep.equal([]);
    expect(await codes({ outputs: { taskIds }, isExternal: true })).to.deep.equal(["NCSP113"]);
    expect(await codes({ outputs: { taskIds }, isExternal: true }, { deleteBeforeReplace: true })).to.deep.equal([
      "NCSP113",
    ]);
  });

  it("of a pipeline that is only read is marked as such in the state, also after a refresh", async () => {
    const { id, outs } = await created(under.process());
    const { host } = under.process();
    const { props = {} } = await read(id, {}, host);
    expect(props).to.include({ isExternal: true });
    expect((await read(id, props, host)).props).to.include({ isExternal: true });
    expect((await read(id, outs, host)).props).to.not.have.property("isExternal");
    const imported = { name: "shop", tasks: outs.tasks };
    expect((await read(id, imported, host)).props).to.not.have.property("isExternal");
  });
});
