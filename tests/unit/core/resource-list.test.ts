import { expect } from "chai";
import sinon from "sinon";
import { createListReader } from "../../../provider/services/sourcepipeline/api/client.ts";
import { createResourceList } from "../../../provider/core/resource-list.ts";

const shop = { id: 1, name: "shop" };

const namesOver = (getProjects: sinon.SinonStub) =>
  createResourceList(
    () => createListReader({ getProjects }, "getProjects", {}),
    () => 0,
  );

describe("a list of resources", () => {
  const made = (...lists: object[][]) => {
    const getProjects = sinon.stub();
    for (const [call, projectList] of lists.entries()) getProjects.onCall(call).resolves({ projectList });
    return { getProjects, names: namesOver(getProjects) };
  };

  it("are read once, also by those who ask at the same time", async () => {
    const { names, getProjects } = made([shop]);
    await Promise.all([names.all(), names.all()]);
    expect(await names.all()).to.deep.equal([shop]);
    expect(getProjects.callCount).to.equal(1);
  });

  it("are read again after a reading that failed", async () => {
    const getProjects = sinon.stub();
    getProjects.onCall(0).rejects(new Error("no list"));
    getProjects.onCall(1).resolves({ projectList: [shop] });
    const names = namesOver(getProjects);
    await names.all().catch(() => undefined);
    expect(await names.all()).to.deep.equal([shop]);
  });

  it("follow what this process creates and deletes, a list under way included", async () => {
    const { names, getProjects } = made([shop]);
    const underWay = names.all();
    names.journal.addCreated({ id: 2, name: "other" });
    names.journal.addDeleted(1);
    await underWay;
    expect(await names.all()).to.deep.equal([{ id: 2, name: "other" }]);
    const { journal } = names;
    expect([
      journal.created.has(2),
      journal.created.has(1),
      journal.deleted.has(1),
      journal.deleted.has(2),
    ]).to.deep.equal([true, false, true, false]);
    expect(getProjects.callCount).to.equal(1);
  });

  it("know a created pipeline once, though the list showed it already", async () => {
    const { names } = made([shop]);
    await names.all();
    names.journal.addCreated(shop);
    expect(await names.all()).to.deep.equal([shop]);
  });

  it("that are read anew are the known ones from then on", async () => {
    const { names, getProjects } = made([shop], []);
    await names.all();
    await names.refresh();
    expect(await names.all()).to.deep.equal([]);
    expect(getProjects.callCount).to.equal(2);
  });

  it("that are read anew keep what this process made and deleted", async () => {
    const { names } = made([shop], [shop]);
    await names.all();
    names.journal.addCreated({ id: 2, name: "other" });
    names.journal.addDeleted(1);
    expect(await names.refresh()).to.deep.equal([shop, { id: 2, name: "other" }]);
    expect(await names.all()).to.deep.equal([{ id: 2, name: "other" }]);
  });

  it("survive a reading that failed after a newer one came", async () => {
    const getProjects = sinon.stub();
    const { promise, reject } = Promise.withResolvers();
    getProjects.onCall(0).returns(promise);
    getProjects.onCall(1).resolves({ projectList: [shop] });
    const names = namesOver(getProjects);
    const failing = names.all().catch(() => "failed");
    const newer = names.refresh();
    reject(new Error("no list"));
    expect(await failing).to.equal("failed");
    expect(await newer).to.deep.equal([shop]);
    expect(await names.all()).to.deep.equal([shop]);
    expect(getProjects.callCount).to.equal(2);
  });

  it("are held by one at a time", () => {
    const { names } = made();
    expect([
      names.journal.reserveName("shop"),
      names.journal.reserveName("shop"),
      names.journal.reserveName("other"),
    ]).to.deep.equal([true, false, true]);
    names.journal.freeName("shop");
    expect(names.journal.reserveName("shop")).to.equal(true);
  });

  it("are claimed by id or by name", () => {
    const { names } = made();
    names.journal.claim({ key: 3 });
    names.journal.claim({ name: "shop" });
    const claimed = [
      { key: 3, name: undefined },
      { key: 4, name: "shop" },
      { key: 4, name: "other" },
      { key: 4, name: undefined },
    ].map((pipeline) => names.journal.isClaimed(pipeline));
    expect(claimed).to.deep.equal([true, true, false, false]);
  });
});
