import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Sandbox } from "../support/sandbox.ts";
import { readsOnly, serviceOf, type StoredPipeline } from "../support/service.ts";
import { createWorkplace, type Project, type Workplace } from "./support/language-project.ts";
import { languages } from "./support/languages.ts";
import { unmanaged } from "./support/unmanaged.ts";
import { skipBecause } from "./support/skip-because.ts";

const pipeline = "ncloud:index:Pipeline";

/** The changes that a command with `--json` foresees, by the resource's name: the properties' paths. */
async function foreseen({ pulumi }: Sandbox, ...words: string[]): Promise<Record<string, string[]>> {
  const { code, output, stdout } = await pulumi(...words, "--json");
  expect(code, output).to.equal(0);
  const { steps } = JSON.parse(stdout) as { steps: { op: string; urn: string; detailedDiff?: object }[] };
  const changes = steps.filter(({ urn, op }) => urn.includes(`::${pipeline}::`) && !["same", "refresh"].includes(op));
  return Object.fromEntries(
    changes.map(({ urn, detailedDiff = {} }) => [urn.split("::").at(-1) ?? "", Object.keys(detailedDiff)]),
  );
}

for (const language of languages) {
  describe(`examples/${language.name} on the real engine, with the packaged plugin`, function () {
    // A first build of a language host, or of Pulumi's SDK in Go, takes minutes.
    this.timeout(600_000);
    let place: Workplace | undefined;
    let open: Workplace["open"];
    let project: Project;

    before(async function () {
      const found = await createWorkplace(language);
      if ("reason" in found) skipBecause(this, `programs in ${language.name}: ${found.reason}`);
      place = found;
      open = (change) => found.open(change);
      project = await open();
    });
    after(() => place?.[Symbol.asyncDispose]());

    const fine = async (...words: string[]): Promise<string> => {
      const { code, output } = await project.sandbox.pulumi(...words);
      expect(code, output).to.equal(0);
      return output;
    };
    const stored = async (name: string): Promise<StoredPipeline | undefined> =>
      (await serviceOf(project.sandbox.emulator).pipelines()).find((each) => each.name.startsWith(name));

    it("makes the quickstart's two pipelines, of projects that functions found by name", async () => {
      await fine("up", "--yes", "--skip-preview");
      expect((await stored("shop-api-"))?.tasks.map(({ config }) => config)).to.deep.equal([
        { projectId: 20632, target: { info: { branch: "main" } } },
        { projectId: 12920, stageId: 14147, scenarioId: 21003 },
      ]);
      const { id } = (await stored("shop-api-")) ?? {};
      expect((await stored("shop-web-"))?.trigger).to.deep.include({
        sourcepipeline: [{ id }],
        schedule: [
          {
            day: ["MON", "TUE", "WED", "THU", "FRI"],
            time: "03:30",
            timeZone: "Asia/Seoul (UTC+09:00)",
            scheduleOnlyWithChange: true,
          },
        ],
      });
    });

    it("previews nothing to change afterwards, and asks the service for reads only", async () => {
      const service = serviceOf(project.sandbox.emulator);
      await service.calls();
      await fine("preview", "--expect-no-changes");
      const asked = await service.calls();
      expect(asked).to.not.be.empty;
      expect(readsOnly(asked), asked.join()).to.equal(true);
    });

    it("shows drift by the property's path, and takes it in with a refresh", async () => {
      await serviceOf(project.sandbox.emulator).edit((pipelines) =>
        pipelines.map((each) =>
          each.name.startsWith("shop-web-") ? { ...each, description: "Edited in the console" } : each,
        ),
      );
      const changes = await foreseen(project.sandbox, "refresh", "--preview-only");
      expect(changes).to.deep.equal({ "shop-web": ["description"] });
      await fine("refresh", "--yes", "--skip-preview");
      expect(await foreseen(project.sandbox, "refresh", "--preview-only")).to.deep.equal({});
    });

    it("shows an edit by the property's path, beside what drifted, and updates both", async () => {
      project.edit((program) => program.replace(...language.edit));
      expect(await foreseen(project.sandbox, "preview")).to.deep.equal({
        "shop-api": ["tasks[0].branch"],
        "shop-web": ["description"],
      });
      await fine("up", "--yes", "--skip-preview");
      expect((await stored("shop-api-"))?.tasks[0]?.config).to.have.nested.property("target.info.branch", "develop");
      expect((await stored("shop-web-"))?.description).to.equal("Build the shop's web pages");
    });

    it("destroys both", async () => {
      await fine("destroy", "--yes", "--skip-preview");
      expect(await serviceOf(project.sandbox.emulator).pipelines()).to.deep.equal([]);
    });

    it("imports a pipeline by its id; the code that is printed previews as unchanged", async () => {
      const { sandbox, edit } = await open((program) => language.around("", program));
      const service = serviceOf(sandbox.emulator);
      await service.edit(() => unmanaged);
      const printed = join(sandbox.folder, "printed.txt");
      const { code, output } = await sandbox.pulumi("import", "--yes", "--out", printed, pipeline, "release", "3102");
      expect(code, output).to.equal(0);
      edit((project) => language.around(readFileSync(printed, "utf8"), project));
      const preview = await sandbox.pulumi("preview", "--expect-no-changes");
      expect(preview.code, preview.output).to.equal(0);
      expect(preview.output).to.match(/2 unchanged/);
      expect(await service.pipelines()).to.have.length(2);
    });
  });
}
