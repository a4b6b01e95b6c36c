import { expect } from "chai";
import fc from "fast-check";
import { formatDot } from "../../../cli/graph/format-dot.ts";
import { formatMarkdown, nextPipelineRuns } from "../../../cli/graph/format-markdown.ts";
import { formatMermaid } from "../../../cli/graph/format-mermaid.ts";
import { formatText } from "../../../cli/graph/format-text.ts";
import { type GraphSource, pipelineGraph } from "../../../cli/graph/pipeline-graph.ts";
import { createZoneOffsets } from "../../../provider/core/validation/schedule/zone-offsets.ts";

const sources: GraphSource[] = [
  {
    id: "2",
    name: "web",
    tasks: [{ name: "build", type: "SourceBuild", projectId: 20633 }],
    triggers: {
      schedules: [{ days: ["MON"], time: "09:00", timeZone: "Asia/Seoul (UTC+09:00)" }],
      pipelines: [{ id: 1 }, { id: "77" }],
    },
  },
  {
    id: "1",
    name: "api",
    tasks: [
      { name: "build", type: "SourceBuild", projectId: 20632 },
      { name: "deploy", type: "SourceDeploy", projectId: 1, stageId: 2, scenarioId: 3, linkedTasks: ["build", "gone"] },
    ],
    triggers: { repositories: [{ name: "shop", branch: 'feature/"x"' }] },
  },
];
const graph = pipelineGraph(sources);

describe("the graph of pipelines", () => {
  it("is drawn as Mermaid", () => {
    expect(formatMermaid(graph).split("\n")).to.deep.equal([
      "flowchart LR",
      '  subgraph p1["api"]',
      '    p1t0["build (SourceBuild)"]',
      '    p1t1["deploy (SourceDeploy)"]',
      "    p1t0 --> p1t1",
      "  end",
      '  subgraph p2["web"]',
      '    p2t0["build (SourceBuild)"]',
      "  end",
      '  s0(["push to shop, branch feature/#34;x#34;"]) --> p1',
      '  s1(["MON 09:00 Asia/Seoul"]) --> p2',
      '  s2(["after pipeline 77"]) --> p2',
      "  p1 --> p2",
    ]);
  });

  it("lets no text of the service out of its quotes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (branch) => {
        const [source] = sources;
        const drawn = pipelineGraph([{ ...source!, triggers: { repositories: [{ name: "shop", branch }] } }]);
        const line = formatMermaid(drawn).split("\n").at(-1);
        expect(line).to.match(/^ {2}s0\(\["[^"<>`\n]*"\]\) --> p2$/);
      }),
    );
  });

  it("is drawn in the language of Graphviz", () => {
    const dot = formatDot(graph).split("\n");
    expect(dot[0]).to.equal("digraph pipelines {");
    expect(dot).to.include.members([
      "  subgraph cluster_1 {",
      '    "1/deploy" [label="deploy\\nSourceDeploy"];',
      '    "1/build" -> "1/deploy";',
      '  s0 [shape=oval, label="push to shop, branch feature/\\"x\\""];',
      '  "1/build" -> "2/build" [ltail=cluster_1, lhead=cluster_2];',
    ]);
  });

  it("is drawn for a terminal", () => {
    expect(formatText(graph)).to.equal(
      [
        "api (id 1)",
        '  starts: push to shop, branch feature/"x"',
        "  build (SourceBuild)",
        "  └─ deploy (SourceDeploy)",
        "  then: web",
        "",
        "web (id 2)",
        "  starts: MON 09:00 Asia/Seoul",
        "  starts: after pipeline 77",
        "  starts: after pipeline api",
        "  build (SourceBuild)",
      ].join("\n"),
    );
    expect(formatText(pipelineGraph([]))).to.equal("There are no pipelines.");
  });

  it("stands in Markdown with the next runs", () => {
    const now = Date.UTC(2026, 10, 23, 12);
    const runs = nextPipelineRuns(graph, { now, zone: "Europe/Berlin", offsets: createZoneOffsets() });
    const text = formatMarkdown(graph, runs);
    expect(text).to.contain("```mermaid\nflowchart LR\n");
    expect(text).to.contain("- `web`: Mon 2026-11-30 09:00 Asia/Seoul (Mon 2026-11-30 01:00 Europe/Berlin); ");
    expect(text).to.not.contain("- `api`");
  });
});
