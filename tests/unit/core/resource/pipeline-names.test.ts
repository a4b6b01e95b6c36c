import { expect } from "chai";
import sinon from "sinon";
import { createListReader } from "../../../../provider/services/sourcepipeline/api/client.ts";
import { createCachedList, createPipelineNames } from "../../../../provider/core/resource/index.ts";

const shop = { id: 1, name: "shop" };

const namesOver = (getProjects: sinon.SinonStub) =>
  createPipelineNames(
    createCachedList(
      () => createListReader({ getProjects }, "getProjects", {}),
      () => 0,
    ),
  );

describe("the names of pipelines", () => {
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
    names.created({ id: 2, name: "other" });
    names.deleted(1);
    await underWay;
    expect(await names.all()).to.deep.equal([{ id: 2, name: "other" }]);
    expect([names.isOurs(2), names.isOurs(1), names.isLeaving(1), names.isLeaving(2)]).to.deep.equal([
      true,
      false,
      true,
      false,
    ]);
    expect(getProjects.callCount).to.equal(1);
  });

  it("know a created pipeline once, though the list showed it already", async () => {
    const { names } = made([shop]);
    await names.all();
    names.created(shop);
    expect(await names.all()).to.deep.equal([shop]);
  });

  it("that are read anew are the known ones from then on", async () => {
    const { names, getProjects } = made([shop], []);
    await names.all();
    await names.readAnew();
    expect(await names.all()).to.deep.equal([]);
    expect(getProjects.callCount).to.equal(2);
  });

  it("that are read anew keep what this process made and deleted", async () => {
    const { names } = made([shop], [shop]);
    await names.all();
    names.created({ id: 2, name: "other" });
    names.deleted(1);
    expect(await names.readAnew()).to.deep.equal([shop, { id: 2, name: "other" }]);
    expect(await names.all()).to.deep.equal([{ id: 2, name: "other" }]);
  });

  it("survive a reading that failed after a newer one came", async () => {
    const getProjects = sinon.stub();
    const { promise, reject } = Promise.withResolvers();
    getProjects.onCall(0).returns(promise);
    getProjects.onCall(1).resolves({ projectList: [shop] });
    const names = namesOver(getProjects);
    const failing = names.all().catch(() => "failed");
    const newer = names.readAnew();
    reject(new Error("no list"));
    expect(await failing).to.equal("failed");
    expect(await newer).to.deep.equal([shop]);
    expect(await names.all()).to.deep.equal([shop]);
    expect(getProjects.callCount).to.equal(2);
  });

  it("are held by one at a time", () => {
    const { names } = made();
    expect([names.reserve("shop"), names.reserve("shop"), names.reserve("other")]).to.deep.equal([true, false, true]);
    names.release("shop");
    expect(names.reserve("shop")).to.equal(true);
  });

  it("are claimed by id or by name", () => {
    const { names } = made();
    names.claim({ id: 3 });
    names.claim({ name: "shop" });
    const claimed = [
      { id: 3, name: undefined },
      { id: 4, name: "shop" },
      { id: 4, name: "other" },
      { id: 4, name: undefined },
    ].map((pipeline) => names.isClaimed(pipeline));
    expect(claimed).to.deep.equal([true, true, false, false]);
  });
});
