import { expect } from "chai";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "../support/command.ts";
import type { Outcome } from "../support/run-command.ts";
import { serviceOf } from "../support/service.ts";
import { type Checkout, createCheckout } from "./checkout.ts";
import { readGitHub, workflowUser } from "./fake-gh.ts";
import { type Runner, runJob } from "./workflow.ts";

/** What the example's workflow runs after a merge, one merge after the other on one account. */
describe("GitOps, the run after a merge", function () {
  this.timeout(120_000);
  let checkout: Checkout;
  let service: ReturnType<typeof serviceOf>;

  before(async () => {
    checkout = await createCheckout();
    service = serviceOf(checkout.sandbox.emulator);
    const [commit] = (await checkout.run(checkout.folder, "git", "rev-parse", "HEAD")).split("\n");
    checkout.sandbox.environment["GITHUB_SHA"] = commit ?? "";
  });
  after(async () => checkout[Symbol.asyncDispose]());

  beforeEach(async () => {
    const commit = checkout.sandbox.environment["GITHUB_SHA"] ?? "";
    // A commit of a pull request can be in others, too.
    const merged = {
      [commit]: [
        { number: 6, merge_commit_sha: "0".repeat(40) },
        { number: 7, merge_commit_sha: commit },
      ],
    };
    writeFileSync(checkout.gitHubFile, JSON.stringify({ comments: otherComments, merged }));
    await service.admin("PATCH", "settings", { taskMs: 300 });
    await service.admin("DELETE", "outcomes");
    rmSync(join(checkout.folder, "reports"), { recursive: true, force: true });
  });

  const otherComments = [
    { id: 8000, user: workflowUser, body: "<!-- sourcepipeline preview -->\n### Preview" },
    { id: 8001, user: { login: "somebody" }, body: "<!-- sourcepipeline run of dev -->\nI disagree" },
  ];

  /** A merge of main, or another event; with other settings than those of the workflow where given. */
  const merge = (stack: string, cancel?: AbortSignal, event = "push"): Promise<Outcome> => {
    const at: Runner = checkout.runner(stack);
    return runJob("merge", "up", {
      ...at,
      expressions: { ...at.expressions, "github.event_name": event },
      ...(cancel && { cancel }),
    });
  };

  interface Run {
    id: number;
    projectId: number;
    status: string;
  }
  /** The runs of the pipeline; its end starts one of another pipeline. */
  const runs = async (): Promise<Run[]> => {
    const state = await service.admin<{ runs: Run[]; pipelines: { id: number; name: string }[] }>("GET", "state");
    const pipeline = state.pipelines.find(({ name }) => name === "shop-api-dev");
    return state.runs.filter(({ projectId }) => projectId === pipeline?.id);
  };
  const lastRun = async (): Promise<Run> => (await runs()).reduce((one, other) => (one.id > other.id ? one : other));

  /** What the present job has seen of its run. */
  const events = (): string => {
    const file = join(checkout.folder, "reports", "run.jsonl");
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };

  /** The comment about runs; the others have to be as they were. */
  const comment = (): string => {
    const { comments } = readGitHub(checkout.gitHubFile);
    expect(comments.slice(0, 2)).to.deep.equal(otherComments);
    expect(comments.length).to.be.at.most(3);
    return comments[2]?.body ?? "";
  };

  it("runs the pipeline of the stack, and tells the pull request that it succeeded", async () => {
    const { code, output } = await merge("dev");
    expect(code, output).to.equal(0);
    const { id, status } = await lastRun();
    expect(status).to.equal("success");
    expect(output).to.contain(`"event":"started","runId":"${id}"`);
    expect(comment()).to.match(
      new RegExp(
        `^<!-- sourcepipeline run of dev -->\n### ✅ Run of \`shop-api-dev\`\n\nRun \`${id}\` succeeded after \\d+s\\. ` +
          "\\[The job\\]\\(https://github\\.com/owner/shop-pipelines/actions/runs/1\\) has the log\\.\n\n" +
          "\\| task \\| status \\| result \\|\n\\| --- \\| --- \\| --- \\|\n" +
          "\\| `build` \\| `success` \\| `\\d+` \\|\n\\| `deploy` \\| `success` \\| `\\d+` \\|\n$",
      ),
    );

    const sha = checkout.sandbox.environment["GITHUB_SHA"] ?? "";
    const { calls } = readGitHub(checkout.gitHubFile);
    const pulls = `repos/owner/shop-pipelines/commits/${sha}/pulls`;
    expect(calls[0]).to.deep.equal(["api", pulls, "--jq", `.[] | select(.merge_commit_sha == "${sha}") | .number`]);
    expect(calls.slice(1).map((words) => words.slice(0, 5))).to.deep.equal([
      ["api", "--paginate", "repos/owner/shop-pipelines/issues/7/comments", "--jq", calls[1]?.[4]],
      ["api", "--silent", "--method", "POST", "repos/owner/shop-pipelines/issues/7/comments"],
    ]);
  });

  it("fails with the run, after it has told the pull request which task failed, in the same comment", async () => {
    expect((await merge("dev")).code).to.equal(0);
    await service.admin("POST", "outcomes", { rules: [{ task: "deploy", status: "failed" }] });
    const { code } = await merge("dev");
    expect(code).to.equal(3);
    const { id } = await lastRun();
    expect(comment()).to.match(
      new RegExp(`Run \`${id}\` failed after \\d+s\\. Failed: \`deploy\` \\(SourceDeploy result \`\\d+\`\\)\\.`),
    );
    expect(comment()).to.match(/\n\| `deploy` \| `failed` \| `\d+` \|\n\| `build` \| `success` \|/);
  });

  it("cancels the run with a job that is cancelled, and tells the pull request", async () => {
    await service.admin("PATCH", "settings", { taskMs: 3_600_000 });
    const before = (await runs()).length;
    const cancel = new AbortController();
    const merged = merge("dev", cancel.signal);
    await eventually(async () => (await runs()).length > before);
    cancel.abort();
    const { code, output } = await merged;
    expect(code, output).to.equal(2);
    const { id, status } = await lastRun();
    expect(status).to.equal("canceled");
    expect(comment()).to.match(
      new RegExp(`### 🚫 Run of .*\n\nRun \`${id}\` was canceled after \\d+s, because the job was cancelled\\.`),
    );
  });

  it("says so when somebody cancels it elsewhere, and when its time is up", async () => {
    await service.admin("PATCH", "settings", { taskMs: 3_600_000 });
    const before = (await runs()).length;
    const merged = merge("dev");
    await eventually(async () => (await runs()).length > before);
    await checkout.run(checkout.folder, "sourcepipeline", "cancel", "shop-api-dev");
    expect((await merged).code).to.equal(2);
    expect(comment()).to.match(/Run `\d+` was canceled after \d+s\. \[The job\]/);

    await changeSettings((line) => line.replace("timeout: 30m", "timeout: 2s"));
    expect((await merge("dev")).code).to.equal(124);
    expect(comment()).to.match(/Run `\d+` was canceled after \d+s, because its time was up\. /);
  });

  it("leaves the run alone where told, with a job that is cancelled", async () => {
    await service.admin("PATCH", "settings", { taskMs: 3_600_000 });
    await changeSettings((line) => line.replace("when-cancelled: cancel", "when-cancelled: leave"));
    const before = (await runs()).length;
    const cancel = new AbortController();
    const merged = merge("dev", cancel.signal);
    await eventually(async () => (await runs()).length > before);
    await eventually(() => Promise.resolve(events().includes('"event":"tasks"')));
    cancel.abort();
    expect((await merged).code).to.equal(130);
    expect(await runs()).to.have.length(before + 1);
    expect((await lastRun()).status).to.equal("inProgress");
    expect(comment()).to.match(/### ⚠️ Run of .*\n\nRun `\d+` may go on: the job was cancelled\. /);
    await checkout.run(checkout.folder, "sourcepipeline", "cancel", "shop-api-dev");
  });

  it("tells the pull request why none was started", async () => {
    await changeSettings((line) => line.replace("pipeline: shop-api-dev", "pipeline: shop-apy-dev"));
    const { code, output } = await merge("dev");
    expect(code).to.equal(1);
    expect(output).to.contain('Did you mean "shop-api-dev"');
    expect(comment()).to.contain("No run was started; the log says why.");
  });

  it("runs nothing for a stack without a pipeline, after an update that failed, and by hand", async () => {
    const before = (await runs()).length;
    expect((await merge("prod")).code).to.equal(0);
    expect((await merge("dev", undefined, "workflow_dispatch")).code).to.equal(0);
    const file = join(checkout.folder, "environments", "dev", "shop-web.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('"project": "shop-web"', '"project": "shop-wep"'));
    expect((await merge("dev")).code).to.not.equal(0);
    writeFileSync(file, text);
    expect(await runs()).to.have.length(before);
    expect(readGitHub(checkout.gitHubFile).calls).to.deep.equal([]);
  });

  it("keeps to the job's summary where no pull request was merged", async () => {
    writeFileSync(checkout.gitHubFile, JSON.stringify({ comments: otherComments }));
    const summary = join(checkout.sandbox.folder, "summary.md");
    checkout.sandbox.environment["GITHUB_STEP_SUMMARY"] = summary;
    const { code, output } = await merge("dev");
    expect(code, output).to.equal(0);
    expect(output).to.contain("No pull request was merged with this commit");
    expect(comment()).to.equal("");
    expect(readFileSync(summary, "utf8")).to.contain("### ✅ Run of `shop-api-dev`");
  });

  /** Changes the line in which the workflow says what is run; each test begins with the example's. */
  const changeSettings = async (change: (line: string) => string): Promise<void> => {
    await checkout.run(checkout.folder, "git", "checkout", "-q", "--", ".github");
    const file = join(checkout.folder, ".github", "workflows", "merge.yml");
    const lines = readFileSync(file, "utf8").split("\n");
    const index = lines.findIndex((line) => line.includes("- { stack: dev, pipeline: "));
    const changed = change(lines[index] ?? "");
    expect(changed).to.not.equal(lines[index]);
    writeFileSync(file, lines.with(index, changed).join("\n"));
  };
  afterEach(() => checkout.run(checkout.folder, "git", "checkout", "-q", "--", ".github"));
});
