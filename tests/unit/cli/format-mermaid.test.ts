import { expect } from "chai";
import { formatMarkdown } from "../../../cli/graph/format-markdown.ts";
import { formatMermaid, splitGraph } from "../../../cli/graph/format-mermaid.ts";
import { type GraphSource, pipelineGraph } from "../../../cli/graph/pipeline-graph.ts";

/** Pipelines of three tasks in a row, started by a push: three arrows each. */
const pipelines = (count: number, startedBy: (index: number) => number | undefined = () => undefined): GraphSource[] =>
  Array.from({ length: count }, (_, index) => {
    const starter = startedBy(index);
    return {
      id: String(index),
      name: `pipeline-${String(index).padStart(4, "0")}`,
      tasks: ["build", "test", "deploy"].map((name, index, names) => ({
        name,
        type: "SourceBuild" as const,
        projectId: 1,
        linkedTasks: names.slice(Math.max(0, index - 1), index),
      })),
      triggers: {
        repositories: [{ name: "shop", branch: "main" }],
        ...(starter === undefined ? {} : { pipelines: [{ id: starter }] }),
      },
    };
  });

describe("a graph in drawings that GitHub shows", () => {
  it("is one drawing while it is small", () => {
    const graph = pipelineGraph(pipelines(20));
    expect(splitGraph(graph)).to.deep.equal({ drawings: [graph], undrawn: [] });
  });

  it("is several with at most 500 arrows and 50,000 characters each, and holds each pipeline once", () => {
    const { drawings, undrawn } = splitGraph(pipelineGraph(pipelines(500)));
    expect(drawings.length).to.be.within(4, 6);
    for (const drawing of drawings) {
      const text = formatMermaid(drawing);
      expect(text.length).to.be.lessThan(50_000);
      expect(text.split("\n").filter((line) => line.includes("-->")).length).to.be.lessThan(500);
    }
    const names = drawings.flatMap((drawing) => drawing.pipelines.map(({ name }) => name));
    expect(new Set(names).size).to.equal(500);
    expect(names).to.have.length(500);
    expect(undrawn).to.deep.equal([]);
  });

  it("keeps pipelines that start one another in one drawing", () => {
    // Pairs far from each other in the order of names.
    const { drawings } = splitGraph(pipelineGraph(pipelines(300, (index) => (index < 150 ? undefined : index - 150))));
    expect(drawings.length).to.be.greaterThan(1);
    for (const drawing of drawings) {
      const ids = drawing.pipelines.map(({ id }) => id);
      for (const { from, to } of drawing.edges) expect(ids).to.include.members([from, to]);
    }
    expect(drawings.flatMap(({ edges }) => edges)).to.have.length(150);
  });

  it("names how many it cannot draw, and draws the others", () => {
    const chain = pipelines(200, (index) => (index === 0 ? undefined : index - 1));
    const alone = { ...pipelines(1)[0]!, id: "alone", name: "alone" };
    const text = formatMarkdown(pipelineGraph([...chain, alone]), []);
    expect(text).to.contain('subgraph palone["alone"]').and.not.contain('["pipeline-');
    expect(text).to.contain("200 pipelines that start one another, `pipeline-0000` among them.");
  });
});
