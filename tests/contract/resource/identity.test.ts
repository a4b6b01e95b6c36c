import { expect } from "chai";
import type { Pipeline } from "../../../emulator/state/state.ts";
import { storePipeline } from "../../../emulator/state/pipelines.ts";
import type { Created, PriorState } from "../../../scripts/chaos/engine/verbs.ts";
import { keys, type ServiceUnderTest, startService } from "../../../scripts/chaos/start-service.ts";
import type { ProviderProcess } from "../../../scripts/chaos/start-process.ts";
import {
  checked,
  created,
  deletePipeline,
  failureOf,
  messageOfFailure,
  read,
  update,
  useService,
} from "./use-service.ts";

/** The verbs that must not touch a stranger. */
const verbs: Readonly<Record<string, (made: Created, process: ProviderProcess) => Promise<unknown>>> = {
  update: async ({ id, outs }, { host }) =>
    update(id, outs, await checked(host, { name: outs.name, description: "edited" }, outs), host),
  delete: ({ id, outs }, { host }) => deletePipeline(id, outs, host),
  read: ({ id, outs }, { host }) => read(id, outs, host),
};

describe("a pipeline under the id of a state that is somebody else's", () => {
  const under = useService();
  let other: ServiceUnderTest;

  beforeEach(async () => {
    other = await startService(under.time.now);
  });
  afterEach(async () => other[Symbol.asyncDispose]());

  /** A pipeline of ours, and what the other account has under its id. */
  async function withStranger(change: Partial<Pipeline>): Promise<Created> {
    const made = await created(under.process());
    const own = under.pipelines()[0]!;
    storePipeline(other.service, { ...own, ...change });
    return made;
  }
  const others = (): Pipeline[] => [...other.service.state.pipelines.values()];
  const writesTo = (service: ServiceUnderTest): string[] =>
    service.service.requests.map(({ method }) => method).filter((method) => method !== "GET");

  for (const [verb, act] of Object.entries(verbs)) {
    for (const [kind, account] of Object.entries({ "the same key": keys.first, "another key": keys.second })) {
      it(`${verb} with ${kind} at another endpoint leaves it alone, and names both and what is in use`, async () => {
        const made = await withStranger({ name: "production-of-another-team" });
        const stranger = under.process({ url: other.url, keys: account });
        const before = structuredClone(others());
        const message = await messageOfFailure(act(made, stranger));
        expect(message)
          .to.contain(`The state holds pipeline "shop" under id ${made.id}`)
          .and.contain('"production-of-another-team"')
          .and.contain(
            `In use: ${other.url}, region KR (vpc, public), account ${stranger.host.connect().accessKeyFingerprint}`,
          )
          .and.contain(`written at ${made.outs.endpoint}`)
          .and.contain("pulumi state delete")
          .and.not.contain(account.accessKey);
        expect(others()).to.deep.equal(before);
        expect(writesTo(other)).to.deep.equal([]);
      });
    }

    it(`${verb} at another endpoint leaves one of the same name and the same task ids alone when its content is another one`, async () => {
      const made = await withStranger({ description: "another team's shop" });
      const message = await messageOfFailure(act(made, under.process({ url: other.url })));
      expect(message).to.contain("it may be another account's").and.contain("Nothing was changed.");
      expect(writesTo(other)).to.deep.equal([]);
    });

    it(`${verb} goes on when the same content answers at another endpoint, or with another key, too`, async () => {
      const made = await withStranger({});
      await act(made, under.process({ url: other.url }));
      storePipeline(other.service, under.pipelines()[0]!);
      await act(made, under.process({ url: other.url, keys: keys.second }));
    });
  }

  for (const [verb, act] of Object.entries(verbs)) {
    it(`${verb} with a renewed key goes on after an edit by hand that left the tasks, and not when these are others`, async () => {
      const made = await created(under.process());
      const own = under.pipelines()[0]!;
      storePipeline(under.service, {
        ...own,
        description: "another team's shop",
        tasks: own.tasks.map((task) => ({ ...task, id: task.id + 1000 })),
      });
      const message = await messageOfFailure(act(made, under.process({ keys: keys.second })));
      expect(message).to.contain("but another content");
      storePipeline(under.service, { ...own, description: "by hand" });
      await act(made, under.process({ keys: keys.second }));
    });
  }

  it("under the same key and endpoint is refused by its name alone", async () => {
    const made = await created(under.process());
    const own = under.pipelines()[0]!;
    storePipeline(under.service, { ...own, name: "renamed-by-nobody" });
    for (const act of Object.values(verbs)) {
      expect(await messageOfFailure(act(made, under.process()))).to.contain('"renamed-by-nobody"');
    }
    expect(under.pipelines()).to.have.length(1);
  });

  it("is gone at another endpoint only when another pipeline proves the account", async () => {
    const gone = await created(under.process(), { name: "gone" });
    const kept = await created(under.process(), { name: "kept" });
    expect(await messageOfFailure(read(gone.id, gone.outs, under.process({ url: other.url }).host))).to.contain(
      "the state was written at another endpoint",
    );
    storePipeline(
      other.service,
      under.pipelines().find(({ name }) => name === "kept")!,
    );
    const { host } = under.process({ url: other.url });
    const [first, second] = await Promise.all([read(gone.id, gone.outs, host), read(kept.id, kept.outs, host)]);
    expect(first).to.deep.equal({});
    expect(second.props?.endpoint).to.equal(other.url);
  });

  it("an update of timeouts alone does not claim that the state was written here", async () => {
    const { id, outs } = await withStranger({ name: "production-of-another-team" });
    const { host } = under.process({ url: other.url, keys: keys.second });
    const inputs = { ...(await checked(host, {}, outs)), timeouts: { create: "5m" } };
    const after = (await update(id, outs, inputs, host)).outs;
    expect([after.account, after.endpoint]).to.deep.equal([outs.account, outs.endpoint]);
  });

  it("an edit that is still to be read, and cannot be at another endpoint, is not said to be written there", async () => {
    const { id, outs } = await withStranger({ name: "production-of-another-team" });
    other.service.state.pipelines.delete(Number(id));
    const unread = { ...outs, taskIds: {}, resolvedTargets: {} };
    const { host } = under.process({ url: other.url, keys: keys.second });
    const failure = await failureOf(update(id, unread, await checked(host, {}, unread), host));
    const { endpoint, account } = (failure as unknown as { properties: PriorState }).properties;
    expect({ endpoint, account }).to.deep.equal({ endpoint: outs.endpoint, account: outs.account });
    expect((await read(id, unread, under.process().host)).id).to.equal(id);
  });

  it("at another endpoint is not proven by a twin of another pipeline", async () => {
    const base = await created(under.process(), { name: "base" });
    const shop = await created(under.process(), { name: "shop" });
    for (const pipeline of under.pipelines()) {
      const description = pipeline.name === "shop" ? "another team's" : pipeline.description;
      storePipeline(other.service, { ...pipeline, description });
    }
    const { host } = under.process({ url: other.url, keys: keys.second });
    const [twin, stranger] = await Promise.allSettled([read(base.id, base.outs, host), read(shop.id, shop.outs, host)]);
    expect([twin.status, stranger.status]).to.deep.equal(["fulfilled", "rejected"]);
    expect(await messageOfFailure(deletePipeline(shop.id, shop.outs, host))).to.contain("Nothing was changed.");
    expect(others().map(({ name }) => name)).to.include("shop");
  });

  it("without its tasks in the state, as after an import by hand, is compared all the same", async () => {
    const { id, outs } = await withStranger({ name: "production-of-another-team" });
    const { taskIds: _, resolvedTargets: __, ...imported } = outs;
    expect(await messageOfFailure(read(id, imported, under.process({ url: other.url }).host))).to.contain(
      "production-of-another-team",
    );
  });

  it("with another key is not proven by its tasks' ids when the state of the first version has no endpoint", async () => {
    const { id, outs } = await withStranger({ description: "another team's" });
    const { endpoint: _, ...old } = outs;
    const { host } = under.process({ url: other.url, keys: keys.second });
    expect(await messageOfFailure(deletePipeline(id, old, host))).to.contain("it may be another account's");
    expect(others()).to.have.length(1);
  });

  it("a state of the first version, which has no endpoint, is compared by name and key", async () => {
    const { id, outs } = await created(under.process());
    const { endpoint: _, ...old } = outs;
    expect((await read(id, old, under.process().host)).id).to.equal(id);
    storePipeline(under.service, { ...under.pipelines()[0]!, name: "other" });
    expect(await messageOfFailure(deletePipeline(id, old, under.process().host))).to.contain("unrecorded endpoint");
    expect(under.pipelines()).to.have.length(1);
  });
});
