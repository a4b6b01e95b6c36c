import { expect } from "chai";
import type { CheckedInputs } from "../../../../provider/core/resource/index.ts";
import type { ProviderProcess } from "../../../../scripts/chaos/start-process.ts";
import type { Bench } from "../under-test/bench.ts";
import { messageOf, type Scenario, scenario } from "../under-test/scenario.ts";
import type { Fault, TypeUnderTest } from "../under-test/type-under-test.ts";
import { ids } from "./steps.ts";

/** Ways in which it stays open whether a resource was created. */
const kinds: Readonly<Record<string, Fault>> = {
  "an error 500": { status: 500 },
  "an error 502": { status: 502, body: "<html><title>Bad Gateway</title></html>" },
  "an error 504": { status: 504 },
  "a reset connection": { kind: "reset" },
  "no response in time": { kind: "hang" },
  "a response that is cut off": { kind: "truncate" },
  "a 200 with an error object": { status: 200, body: { error: { errorCode: "900", message: "Unexpected Error" } } },
};

/** The create whose response is lost. */
const lost: Fault = { on: "create", times: 1, kind: "reset" };

const create = (bench: Bench, process: ProviderProcess) => bench.created(process);
const send = ({ verbs }: Bench, { host }: ProviderProcess, inputs: CheckedInputs) => verbs.create({ inputs }, host);

/** The process knows what the program says and which names there are before it creates. */
async function prepared(bench: Bench, process: ProviderProcess): Promise<CheckedInputs> {
  const inputs = await bench.checked(process);
  await bench.list(process).all();
  return inputs;
}

const creates = (calls: readonly string[]): number => calls.filter((call) => call === "create").length;

const kindsOf = (tested: TypeUnderTest): Readonly<Record<string, Fault>> => ({
  ...kinds,
  ...Object.fromEntries(Object.entries(tested.emptySuccesses).map(([kind, body]) => [kind, { status: 200, body }])),
});

/** The response to a create is lost: found again, or said that nothing is certain. */
export const lostCreates = (tested: TypeUnderTest): readonly Scenario[] => [
  ...Object.entries(kindsOf(tested)).flatMap(([kind, fault]) => [
    scenario({
      title: `a create finds the one resource that was made before ${kind}`,
      fault: { ...lost, ...fault, when: "after" },
      verb: create,
      holds: ({ result, calls, process }, bench) => {
        const { id, state } = result();
        expect(ids(bench)).to.deep.equal([id]);
        expect(tested.type.wasRead(state)).to.equal(true);
        expect(creates(calls)).to.equal(1);
        expect(process.messages).to.include(
          `info: The creation of ${bench.noun} "shop" was not confirmed, but it exists: id ${id}.`,
        );
      },
    }),
    scenario({
      title: `a create says that nothing is certain after ${kind} and no resource, and the next command creates one`,
      fault: { ...lost, ...fault, when: "before" },
      verb: create,
      holds: async ({ message, calls, elapsedMs }, bench) => {
        expect(message()).to.match(
          new RegExp(`^The create request for ${bench.noun} "shop" may or may not have succeeded: Could not \\w+ a `),
        );
        expect(message()).to.match(/Run "pulumi up" again: it looks the name up before it creates anything\.$/);
        expect(elapsedMs).to.be.within(30_000, 31_000);
        expect(ids(bench)).to.deep.equal([]);
        expect(creates(calls)).to.equal(1);

        await bench.created(bench.process());
        expect(ids(bench)).to.have.length(1);
      },
    }),
  ]),
  ...rows,
];

const rows: readonly Scenario[] = [
  scenario({
    title: "a create whose response is lost finds a resource that shows only after a while",
    given: ({ server }) => server.showLate(25_000),
    fault: { ...lost, when: "after" },
    verb: create,
    holds: ({ result }, bench) => expect(ids(bench)).to.deep.equal([result().id]),
  }),
  scenario({
    title: "a create whose response is lost finds the resource although lists fail, too",
    given: async (bench, process) => {
      const inputs = await prepared(bench, process);
      bench.server.fault({ on: "list", status: 200, body: { result: {} }, times: 3 });
      return inputs;
    },
    fault: { ...lost, when: "after" },
    verb: send,
    holds: ({ result }, bench) => expect(ids(bench)).to.deep.equal([result().id]),
  }),
  scenario({
    title:
      "a create whose response is lost leaves a resource that shows after more than 30 s to the next command, which names it and adopt",
    given: ({ server }) => server.showLate(45_000),
    fault: { ...lost, when: "after" },
    verb: create,
    holds: async ({ message }, bench) => {
      expect(message()).to.match(/^The create request for \w+ "shop" may or may not have succeeded: /);
      bench.time.advance(45_000);

      const [left] = bench.server.resources();
      expect(await messageOf(bench.created(bench.process()))).to.equal(
        `A ${bench.noun} named "shop" exists already, with id ${left!.id}. To manage it here, add adopt: "${left!.id}"; ` +
          `otherwise give this one another name.`,
      );
      const { id } = await bench.created(bench.process(), { adopt: left!.id });
      expect(ids(bench)).to.deep.equal([left!.id]).and.to.deep.equal([id]);
    },
  }),
  scenario({
    title: "a create whose response is lost never takes a resource that was there before",
    given: async (bench, process) => {
      bench.server.allowTwins();
      const inputs = await prepared(bench, process);
      // The name was free when this process looked, and is taken when it creates.
      const { id: foreign } = await bench.created(bench.process());
      return { inputs, foreign };
    },
    fault: { ...lost, when: "before" },
    verb: (bench, process, { inputs }) => send(bench, process, inputs),
    holds: async ({ given: { foreign, inputs }, result }, bench) => {
      expect(result().id, "made meanwhile, with the same name and content: it cannot be told apart").to.equal(foreign);
      bench.server.fault({ ...lost, when: "before" });
      expect(await messageOf(send(bench, bench.process(), inputs))).to.contain("exists already, with id");
      expect(ids(bench)).to.deep.equal([foreign]);
    },
  }),
  scenario({
    title: "a create whose response is lost never takes the resource that this process has just deleted",
    given: async (bench, process) => {
      const first = await bench.created(bench.process());
      const { labels } = bench.server.resources()[0]!;
      bench.server.allowTwins();
      bench.server.showLate(10_000);
      const inputs = await prepared(bench, process);
      await bench.deleted(process, first);
      return { inputs, labels };
    },
    fault: { ...lost, when: "after" },
    verb: (bench, process, { inputs }) => send(bench, process, inputs),
    holds: async ({ given: { labels }, result }, bench) => {
      const [only, ...others] = bench.server.resources();
      expect(others).to.deep.equal([]);
      expect(only?.id).to.equal(result().id);
      expect(only?.labels).to.not.equal(labels);
      expect(await bench.read(bench.process(), result())).to.deep.include({ state: result().state });
    },
  }),
  scenario({
    title: "a create that is lost under the name of a resource just deleted is not found in that one",
    given: async (bench, process) => {
      const first = await bench.created(bench.process());
      bench.server.allowTwins();
      bench.server.showLate(10_000);
      const inputs = await prepared(bench, process);
      await bench.deleted(process, first);
      return inputs;
    },
    fault: { ...lost, when: "before" },
    verb: send,
    holds: ({ message }, bench) => {
      expect(message()).to.contain("may or may not have succeeded");
      expect(ids(bench)).to.deep.equal([]);
    },
  }),
  scenario({
    title: "a create whose response is lost does not take one of the same name with other content, but names it",
    given: async (bench, process) => {
      const inputs = await prepared(bench, process);
      bench.server.onRequest(() => {
        if (bench.server.faultsFired() > 0 && ids(bench).length === 0) bench.server.make("shop", "theirs");
      });
      return inputs;
    },
    fault: { ...lost, when: "before" },
    verb: send,
    holds: ({ message }, bench) => {
      const [id, ...others] = ids(bench);
      expect(others).to.deep.equal([]);
      expect(message())
        .to.match(new RegExp(`^The response to the create request for ${bench.noun} "shop" was lost \\(.*\\), and a `))
        .and.contain(
          `and a ${bench.noun} of that name appeared, but with other content: id ${id!}. Somebody else may have ` +
            `created it. To adopt it, add adopt: "${id!}"; otherwise give this one another name.`,
        );
      expect(bench.server.resources()[0]?.text).to.equal("theirs");
    },
  }),
  scenario({
    title:
      "a create whose response tells no id takes the one of several new resources of the name that says what was sent",
    needs: ["numbers"],
    lacks: "key",
    given: async (bench, process) => {
      const inputs = await prepared(bench, process);
      bench.server.allowTwins();
      bench.server.onRequest(() => {
        if (ids(bench).length === 0) bench.server.make("shop", "theirs");
      });
      return inputs;
    },
    verb: send,
    holds: ({ result }, bench) => {
      const { id } = result();
      expect(bench.server.resources().map(({ text }) => text)).to.deep.equal(["theirs", "as made"]);
      expect(bench.server.resources()[1]?.id).to.equal(id);
    },
  }),
  scenario({
    title: "a create that is refused is no loss: the message is the service's, at once",
    fault: { on: "create", times: 1, status: 403 },
    verb: create,
    holds: ({ message, calls, elapsedMs }) => {
      expect(message()).to.match(/^Could not \w+ a \w+ at .*HTTP 403/);
      expect(elapsedMs).to.equal(0);
      expect(creates(calls)).to.equal(1);
    },
  }),
  scenario({
    title: "a create that was throttled is sent again, because it had no effect",
    fault: { on: "create", times: 1, status: 429 },
    verb: create,
    holds: ({ result, calls }, bench) => {
      expect(creates(calls)).to.equal(2);
      expect(ids(bench)).to.deep.equal([result().id]);
    },
  }),
  scenario({
    title: "two programs that create the same name at once end with one resource, and one of them names it and adopt",
    given: async (bench, process) => {
      const other = bench.process();
      return { inputs: await prepared(bench, process), other, others: await prepared(bench, other) };
    },
    verb: (bench, process, { inputs, other, others }) =>
      Promise.allSettled([send(bench, process, inputs), send(bench, other, others)]),
    holds: ({ result }, bench) => {
      const [only, ...others] = ids(bench);
      expect(others).to.deep.equal([]);
      expect(result().map(({ status }) => status)).to.have.members(["fulfilled", "rejected"]);
      const failed = result().find((outcome) => outcome.status === "rejected");
      expect(String(failed?.reason)).to.contain(`exists already, with id ${only!}`).and.contain("adopt");
    },
  }),
];
