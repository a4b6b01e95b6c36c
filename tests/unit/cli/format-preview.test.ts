import { expect } from "chai";
import { formatMarkdown } from "../../../cli/drift/format-markdown.ts";
import { formatPreview } from "../../../cli/preview/format-preview.ts";
import { type PreviewedPipeline, readEvents, type StackPreview } from "../../../cli/preview/read-events.ts";

const pipeline = (name: string, change: PreviewedPipeline["change"]): PreviewedPipeline => ({
  change,
  name,
  id: name.replaceAll(/\D/g, "") || "1",
  tasks: [{ name: "build", type: "SourceBuild", projectId: 1 }],
  triggers: { repositories: [{ name: "shop", branch: "main" }] },
});

const preview = (given: Partial<StackPreview> = {}): StackPreview => ({
  stack: "prod",
  failed: false,
  text: "~ description: x",
  pipelines: [pipeline("web", "update"), pipeline("api2", "same"), pipeline("old3", "delete")],
  otherChanges: 0,
  ...given,
});

const runsOf = () => [{ name: "web", text: "Mon 2026-11-30 09:00 Asia/Seoul" }];
const format = { limit: 60_000, link: "https://example.com/run/1", runsOf };

describe("the preview of stacks for a comment", () => {
  it("counts, shows what the engine prints, and draws what changes", () => {
    const text = formatPreview([preview(), preview({ stack: "dev", pipelines: [pipeline("api", "same")] })], format);
    expect(text).to.contain("| `prod` | 0 | 1 | 0 | 1 | 1 | 0 |").and.contain("| `dev` | 0 | 0 | 0 | 0 | 1 | 0 |");
    expect(text).to.contain("### Changes of `prod`\n\n```\n~ description: x\n```");
    expect(text).to.contain('["web"]').and.not.contain('["api2"]').and.not.contain('["old3"]');
    expect(text).to.contain("### Next runs by schedule\n\n- `web`: Mon 2026-11-30 09:00 Asia/Seoul");
    expect(text).to.not.contain("### Changes of `dev`").and.not.contain("Shortened");
  });

  it("lets no backticks of a description end its block", () => {
    const text = formatPreview([preview({ text: '+ description: "x`````y"\n````\n# not a heading' })], format);
    expect(text).to.contain('``````\n+ description: "x`````y"\n````\n# not a heading\n``````');
  });

  for (const limit of [60_000, 3_000]) {
    it(`is never longer than ${limit} characters, whatever changes, and links to all of it`, () => {
      const many = Array.from({ length: 2_000 }, (_, index) => pipeline(`pipeline-${index}`, "update"));
      const long = preview({
        pipelines: many,
        text: many.map(({ name }) => `~ ${name}: ${"x".repeat(500)}`).join("\n"),
      });
      const manyRuns = () => many.map(({ name }) => ({ name, text: "Mon 2026-11-30 09:00 Asia/Seoul" }));
      const text = formatPreview([long, { ...long, stack: "dev" }], { ...format, limit, runsOf: manyRuns });
      expect(text.length).to.be.within(limit / 3, limit);
      expect(text).to.contain("| `prod` | 0 | 2000 | 0 | 0 | 0 | 0 |").and.contain("### Changes of `dev`");
      expect(text).to.match(/\d+ lines left out\. Shortened: all of it is in https:\/\/example\.com\/run\/1/);
      expect(text).to.match(/\d+ parts left out, of drawings and next runs\./);
      expect(text.match(/^```/gm)?.length).to.satisfy((count: number) => count % 2 === 0);

      const whole = formatPreview([long], { runsOf: manyRuns, limit: Number.POSITIVE_INFINITY });
      expect(whole)
        .to.contain('["pipeline-1999"]')
        .and.contain(`~ pipeline-1999: ${"x".repeat(500)}`);
    });
  }

  it("shows of a stack whose preview failed what the engine printed", () => {
    const text = formatPreview([preview({ failed: true, text: "error: no stack" })], format);
    expect(text).to.contain("### The preview failed: `prod`\n\n```\nerror: no stack\n```");
    expect(text).to.not.contain("mermaid");
  });

  it("reads the engine's events: a line each, of which the last may be cut", () => {
    const type = "pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline";
    const event = (op: string, urn: string, before: unknown, after: unknown, of = type) =>
      JSON.stringify({ resourcePreEvent: { metadata: { op, urn, type: of, old: before, new: after } } });
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const tasks = [{ name: "build", type: "SourceBuild", projectId: 1 }];
    const log = [
      event("refresh", "urn:a", { id: "1", inputs: { name: "a" } }, { id: "1", inputs: { name: "a" } }),
      event("same", "urn:a", { id: "1", inputs: {} }, { id: "1", inputs: { name: "a", tasks } }),
      event("create", "urn:b", null, {
        id: "",
        inputs: { name: "b", tasks: "[secret]", triggers: { pipelines: [{ id: unknown }], schedules: "[secret]" } },
      }),
      event("replace", "urn:c", { id: "3", inputs: {} }, { id: "3", inputs: { name: "c", tasks } }),
      event("create-replacement", "urn:c", { id: "3", inputs: {} }, { id: "", inputs: { name: "c", tasks } }),
      event("delete", "urn:d", { id: "4", inputs: { name: "d", tasks } }, null),
      event("update", "urn:e", {}, {}, "random:index:RandomId"),
      event("create", "urn:f", null, {}, "pulumi:providers:pulumi-nodejs"),
      '{"resourcePreEvent":{"metadata":{"op":"upd',
    ].join("\n");
    expect(readEvents(log)).to.deep.equal({
      otherChanges: 1,
      pipelines: [
        { change: "same", name: "a", id: "1", tasks, triggers: {} },
        { change: "create", name: "b", tasks: [], triggers: { pipelines: [{ id: "(known after the update)" }] } },
        { change: "replace", name: "c", id: "3", tasks, triggers: {} },
        { change: "delete", name: "d", id: "4", tasks, triggers: {} },
      ],
    });
  });
});

describe("a report of drift for an issue", () => {
  it("fits into one, whatever the account holds", () => {
    const pipelines = Array.from({ length: 2_000 }, (_, index) => ({
      name: `pipeline-${index}`,
      id: String(index),
      urn: `urn:${index}`,
      kind: "deleted" as const,
      changes: [],
    }));
    const base = {
      version: 1 as const,
      project: "shop",
      stack: "prod",
      drift: true,
      pendingCreates: [],
      otherResources: 0,
      notes: [],
    };
    const text = formatMarkdown({ ...base, checked: 2_000, pipelines });
    expect(text.length).to.be.within(50_000, 60_000);
    expect(text).to.match(
      /\d+ more parts are left out: "npx -p pulumi-ncloud-sourcepipeline sourcepipeline drift" prints all\.$/,
    );
    const unmanaged = formatMarkdown({ ...base, checked: 0, pipelines: [], unmanaged: pipelines, notes: ["seen"] });
    expect(unmanaged.length).to.be.within(10_000, 20_000);
    expect(unmanaged).to.match(/- and \d+ more\n\n> `seen`$/);
  });
});
