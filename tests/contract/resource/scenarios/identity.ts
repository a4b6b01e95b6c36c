import { expect } from "chai";
import type { CreateResult } from "../../../../provider/core/resource/index.ts";
import type { ProviderProcess } from "../../../../scripts/chaos/start-process.ts";
import { keys } from "../../../../scripts/chaos/start-service.ts";
import type { Bench } from "../under-test/bench.ts";
import { messageOf, type Scenario, scenario } from "../under-test/scenario.ts";
import type { Trait } from "../under-test/type-under-test.ts";
import { existing, ids, withStranger, writes } from "./steps.ts";

interface Verb {
  readonly needs?: readonly Trait[];
  readonly act: (bench: Bench, process: ProviderProcess, made: CreateResult) => Promise<unknown>;
}

/** The verbs that must not touch what is somebody else's. */
const verbs: Readonly<Record<string, Verb>> = {
  update: { needs: ["update"], act: (bench, process, made) => bench.updated(process, made, { text: "edited" }) },
  delete: { act: (bench, process, made) => bench.deleted(process, made) },
  read: { act: (bench, process, made) => bench.read(process, made) },
};

/** The rows of one verb. */
function rowsOf(verb: string, { act, ...row }: Verb): Scenario[] {
  const needs = row.needs ?? [];
  return [
    ...Object.entries({ "the same key": keys.first, "another key": keys.second }).map(([kind, account]) =>
      scenario({
        title: `${verb} with ${kind} at another endpoint leaves a resource of another name alone, and names both and what is in use`,
        needs: [...needs, "numbers"],
        given: withStranger({ name: "production-of-another-team" }),
        verb: async (bench, _, { made, other }) => {
          const stranger = bench.process({ url: other.url, keys: account });
          const message = await messageOf(act(bench, stranger, made));
          return { message, fingerprint: stranger.host.connect().accessKeyFingerprint };
        },
        holds: ({ given: { made, other }, result }, bench) => {
          const { message, fingerprint } = result();
          expect(message)
            .to.contain(`The state holds ${bench.noun} "shop" under id ${made.id}`)
            .and.contain('"production-of-another-team"')
            .and.contain(`In use: ${other.url}, region KR (vpc, public), account ${fingerprint}`)
            .and.contain(`written at ${made.state.endpoint}`)
            .and.contain("pulumi state delete")
            .and.not.contain(account.accessKey);
          expect(other.resources()).to.deep.equal([
            { ...bench.server.resources()[0], name: "production-of-another-team" },
          ]);
          expect(writes(other)).to.deep.equal([]);
        },
      }),
    ),
    scenario({
      title: `${verb} at another endpoint leaves one of the same name and the same labels alone when its content is another one`,
      needs,
      given: withStranger({ text: "another team's shop" }),
      verb: (bench, _, { made, other }) => act(bench, bench.process({ url: other.url }), made),
      holds: ({ given: { other }, message }) => {
        expect(message()).to.contain("it may be another account's").and.contain("Nothing was changed.");
        expect(writes(other)).to.deep.equal([]);
      },
    }),
    scenario({
      title: `${verb} goes on when the same content answers at another endpoint`,
      needs,
      given: withStranger({}),
      verb: (bench, _, { made, other }) => act(bench, bench.process({ url: other.url }), made),
      holds: ({ result }) => void result(),
    }),
    scenario({
      title: `${verb} goes on when the same content answers at another endpoint, with another key, too`,
      needs,
      given: withStranger({}),
      verb: (bench, _, { made, other }) => act(bench, bench.process({ url: other.url, keys: keys.second }), made),
      holds: ({ result }) => void result(),
    }),
    scenario({
      title: `${verb} with a renewed key goes on after an edit by hand that left the labels, and not when these are others`,
      needs,
      given: async (bench) => {
        const made = await existing(bench);
        bench.server.edit(made.id, { text: "another team's shop", isRelabelled: true });
        return made;
      },
      verb: (bench, _, made) => act(bench, bench.process({ keys: keys.second }), made),
      holds: async ({ given: made, message }, bench) => {
        expect(message()).to.contain("but another content");
        expect(writes(bench.server)).to.deep.equal([]);
        bench.server.remove(made.id);
        const again = await bench.created(bench.process());
        bench.server.edit(again.id, { text: "by hand" });
        await act(bench, bench.process({ keys: keys.second }), again);
      },
    }),
  ];
}

/** What stands under the id of a state is somebody else's, or is not. */
export const identity: readonly Scenario[] = [
  ...Object.entries(verbs).flatMap(([name, verb]) => rowsOf(name, verb)),
  scenario({
    title: "a resource under the same key and endpoint is refused by its name alone",
    needs: ["numbers"],
    given: async (bench) => {
      const made = await existing(bench);
      bench.server.edit(made.id, { name: "renamed-by-nobody" });
      return made;
    },
    verb: (bench, _, made) =>
      Promise.all(Object.values(verbs).map(({ act }) => messageOf(act(bench, bench.process(), made)))),
    holds: ({ given: { id }, result }, bench) => {
      for (const message of result()) expect(message).to.contain('"renamed-by-nobody"');
      expect(ids(bench)).to.deep.equal([id]);
    },
  }),
];
