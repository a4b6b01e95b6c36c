import { expect } from "chai";
import { relatedServices } from "../../services/related-fixtures.ts";
import { formDifferences, type Json } from "../support/compare-forms.ts";
import { relatedSeed } from "../support/related-seed.ts";
import { useEmulator } from "../support/use-emulator.ts";

/** Forms that the pages and other sources have besides the one that holds unless a setting says otherwise. */
const otherForms: Record<string, object | undefined> = {
  "sourcecommit get-repository.sdk": undefined,
  "sourcebuild get-project.nulls": undefined,
  "sourcebuild get-project.registry-image": undefined,
  "sourcebuild get-project.bitbucket": undefined,
  "sourcebuild delete-project.old": undefined,
  "sourcebuild start-build.sdk": undefined,
  "sourcedeploy get-history.sdk": undefined,
  "sourcedeploy get-autoscaling-groups.other-key": undefined,
  "sourcedeploy get-source-commit-branches.sdk": { deployBranches: "objects" },
};

/** Values that may be null although the example has one. */
const unset: Record<string, string[]> = {
  "sourcebuild get-build-history": ["history[0].end", "history[0].failedPhase"],
  "sourcedeploy get-history": ["config.targets[0].time.post"],
};

const prefixes = {
  sourcecommit: ["sourcecommit"],
  sourcebuild: ["sourcebuild"],
  sourcedeploy: ["vpcsourcedeploy", "sourcedeploy"],
};

describe("emulator: every transcribed exchange of the related services", () => {
  const emulator = useEmulator({ seed: relatedSeed });

  for (const { name: service, fixtures } of relatedServices) {
    for (const { name, section, request, response } of fixtures) {
      const key = `${service} ${name}`;
      const settings = otherForms[key];
      if (key in otherForms && settings === undefined) continue;
      const target = request.path + (request.query === undefined ? "" : `?${request.query}`);

      for (const prefix of prefixes[service]) {
        it(`${key} (section ${section}) at /${prefix}`, async () => {
          if (settings) await emulator.admin("PATCH", "/settings", settings);
          const reply = await emulator.call(request.method, `/${prefix}${target}`, request.body);
          expect(reply.status, reply.text).to.equal(200);
          // The vendor's SDK counts bytes from the last brace.
          expect(reply.text).to.match(/^\{"result":.*\}$/);
          const result = (reply.body as { result: Json }).result;
          expect(formDifferences(result, response.body.result as Json, unset[key] ?? [])).to.deep.equal([]);
        });
      }

      it(`${key} by the service's own host name`, async () => {
        if (settings) await emulator.admin("PATCH", "/settings", settings);
        const host = `${prefixes[service][0]!}.apigw.ntruss.com`;
        const reply = await emulator.call(request.method, target, request.body, { host });
        expect(reply.status, reply.text).to.equal(200);
        const result = (reply.body as { result: Json }).result;
        expect(formDifferences(result, response.body.result as Json, unset[key] ?? [])).to.deep.equal([]);
      });
    }
  }
});
