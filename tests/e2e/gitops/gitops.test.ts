import { expect } from "chai";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programText } from "../../../cli/export/program-files.ts";
import { readsOnly, serviceOf } from "../support/service.ts";
import { type Checkout, createCheckout, example, stacks } from "./checkout.ts";
import { readGitHub, workflowUser } from "./fake-gh.ts";
import { runJob } from "./workflow.ts";

/** The example's workflows, one after the other, on one account: each step starts from what the one before left. */
describe("GitOps, by the example's workflows", function () {
  this.timeout(300_000);
  let checkout: Checkout;
  let service: ReturnType<typeof serviceOf>;
  let folder: string;
  let gitHubFile: string;

  before(async () => {
    checkout = await createCheckout();
    ({ folder, gitHubFile } = checkout);
    service = serviceOf(checkout.sandbox.emulator);
  });
  after(async () => checkout[Symbol.asyncDispose]());

  const run: Checkout["run"] = (...words) => checkout.run(...words);
  const runner: Checkout["runner"] = (...words) => checkout.runner(...words);
  const succeeds: Checkout["succeeds"] = (...words) => checkout.succeeds(...words);

  /** A machine for the job that must not need any secret. */
  const withoutSecrets = (): Record<string, string> => {
    const { environment } = checkout.sandbox;
    const { PATH = "", HOME = "", PULUMI_SKIP_UPDATE_CHECK = "", FAKE_GH = "" } = environment;
    const { PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION = "" } = environment;
    return { PATH, HOME, PULUMI_SKIP_UPDATE_CHECK, PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION, FAKE_GH };
  };

  const editInConsole = (name: string, description: string) =>
    service.edit((pipelines) => pipelines.map((one) => (one.name === name ? { ...one, description } : one)));

  const descriptionOf = async (name: string): Promise<string | undefined> =>
    (await service.pipelines()).find((pipeline) => pipeline.name === name)?.description;

  it("is the program of an export", () => {
    expect(readFileSync(join(example, "index.ts"), "utf8")).to.equal(programText);
  });

  it("tries a clean checkout out without a secret, and leaves it clean", async () => {
    await service.calls();
    await succeeds("pull-request", "emulator", runner("", withoutSecrets()));
    expect(await service.calls()).to.deep.equal([]);
    const graph = readFileSync(join(folder, "reports", "graph.md"), "utf8");
    expect(graph).to.contain("```mermaid\nflowchart LR").and.contain("shop-api-dev").and.contain("shop-web-prod");
    expect(graph).to.match(/### Next runs by schedule\n\n- `shop-web-prod`: \w{3} \d{4}-\d\d-\d\d 03:30 Asia\/Seoul/);
    expect(await run(folder, "git", "status", "--porcelain")).to.equal("");
  });

  it("brings all environments up, and finds nothing to do the second time", async () => {
    for (const stack of stacks) await succeeds("merge", "up", runner(stack));
    expect((await service.pipelines()).map(({ name }) => name).sort()).to.deep.equal([
      "shop-api-dev",
      "shop-api-prod",
      "shop-web-dev",
      "shop-web-prod",
    ]);
    await service.calls();
    for (const stack of stacks) await succeeds("merge", "up", runner(stack));
    expect(await service.calls()).to.satisfy(readsOnly);
  });

  it("says nothing at night while there is no drift", async () => {
    for (const stack of stacks) await succeeds("drift", "drift", runner(stack));
    expect(readGitHub(gitHubFile).issues).to.deep.equal([]);
  });

  it("shows a changed description in one comment, with the graph and the next runs, and changes nothing", async () => {
    const file = join(folder, "environments", "prod", "shop-web.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("Build the shop's web pages", "Build all web pages"));
    await succeeds("pull-request", "emulator", runner("", withoutSecrets()));
    await service.calls();
    writeFileSync(gitHubFile, JSON.stringify({ ...readGitHub(gitHubFile), comments: otherComments, calls: [] }));
    await succeeds("pull-request", "preview", runner());
    await succeeds("pull-request", "preview", runner());
    expect(await service.calls()).to.satisfy(readsOnly);

    const { comments, calls } = readGitHub(gitHubFile);
    expect(comments.slice(0, 2)).to.deep.equal(otherComments);
    expect(comments).to.have.length(3);
    const { body = "" } = comments[2] ?? {};
    expect(body).to.contain("| `prod` | 0 | 1 | 0 | 0 | 1 | 0 |").and.contain("| `dev` | 0 | 0 | 0 | 0 | 2 | 0 |");
    expect(body).to.contain("### Changes of `prod`").and.contain("Build all web pages");
    expect(body).to.not.contain("### Changes of `dev`");
    expect(body).to.contain('["shop-web-prod"]').and.contain("### Next runs by schedule");
    expect(body).to.not.contain('["shop-api-prod"]').and.not.contain(checkout.sandbox.emulator.secretKey);
    expect(await run(folder, "git", "status", "--porcelain")).to.equal(" M environments/prod/shop-web.json\n");

    const find = ["api", "--paginate", "repos/owner/shop-pipelines/issues/7/comments", "--jq", calls[0]?.[4]];
    const send = (method: string, route: string) => [
      "api",
      "--silent",
      "--method",
      method,
      route,
      "--field",
      "body=@reports/body.md",
    ];
    expect(calls).to.deep.equal([
      find,
      send("POST", "repos/owner/shop-pipelines/issues/7/comments"),
      find,
      send("PATCH", "repos/owner/shop-pipelines/issues/comments/9002"),
    ]);
  });

  it("says in the same comment why a preview fails, and fails", async () => {
    const file = join(folder, "environments", "prod", "shop-web.json");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace('"project": "shop-web"', '"project": "shop-wep"'));
    const { code } = await runJob("pull-request", "preview", runner());
    writeFileSync(file, before);
    expect(code).to.equal(1);
    const { comments } = readGitHub(gitHubFile);
    expect(comments).to.have.length(3);
    expect(comments[2]?.body).to.contain("### The preview failed: `prod`").and.contain('"shop-wep"');
  });

  it("makes the change on merge", async () => {
    await succeeds("merge", "up", runner("prod"));
    expect(await descriptionOf("shop-web-prod")).to.equal("Build all web pages");
    expect(await descriptionOf("shop-web-dev")).to.equal("Build the shop's web pages");
    await run(folder, "git", "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-q", "-a", "-m", "Change");
    await run(folder, "git", "push", "-q", "origin", "main");
  });

  it("keeps one issue about a drift up to date", async () => {
    await editInConsole("shop-api-prod", "by hand");
    await succeeds("drift", "drift", runner("prod"));
    await editInConsole("shop-api-prod", "by hand, again");
    await succeeds("drift", "drift", runner("prod"));
    await succeeds("drift", "drift", runner("dev"));

    const { issues } = readGitHub(gitHubFile);
    expect(issues).to.have.length(1);
    expect(issues[0]).to.include({ title: "Drift in stack prod", open: true, edits: 1 });
    expect(issues[0]?.body).to.contain('"by hand, again"').and.contain("accept drift");
    const list = ["issue", "list", "--state", "open", "--limit", "10000", "--json", "number,title", "--jq"];
    const title = "Drift in stack prod";
    const jq = `.[] | select(.title == "${title}") | .number`;
    expect(readGitHub(gitHubFile).calls.slice(-5, -1)).to.deep.equal([
      [...list, jq],
      ["issue", "create", "--title", title, "--body-file", "reports/drift.md"],
      [...list, jq],
      ["issue", "edit", "1", "--body-file", "reports/drift.md"],
    ]);
  });

  it("fails loudly, and leaves the issue alone, when drift cannot be told", async () => {
    const at = runner("prod");
    const { code, output } = await runJob("drift", "drift", {
      ...at,
      expressions: { ...at.expressions, "secrets.NCLOUD_READ_SECRET_KEY": "not-the-key" },
    });
    expect(code).to.equal(1);
    expect(output).to.contain("::error title=Drift in stack prod::").and.contain("Authentication Failed");
    expect(readGitHub(gitHubFile).issues[0]).to.include({ open: true, edits: 1 });
  });

  it("accepts a drift by a pull request whose merge changes nothing in the account", async () => {
    await succeeds("accept-drift", "accept", runner("prod"));
    expect(readGitHub(gitHubFile).pullRequests[0]?.body).to.match(/GitHub starts no checks.*`PULL_REQUEST_TOKEN`/s);
    await run(folder, "git", "switch", "-q", "main");
    await succeeds("accept-drift", "accept", {
      ...runner("prod"),
      expressions: { ...runner("prod").expressions, "secrets.PULL_REQUEST_TOKEN != ''": "true" },
    });
    const [pullRequest, ...others] = readGitHub(gitHubFile).pullRequests;
    expect(others).to.deep.equal([]);
    expect(pullRequest).to.include({ head: "accept-drift-prod", title: "Accept the drift of stack prod", edits: 1 });
    expect(pullRequest?.body).to.match(/Opened with the secret `PULL_REQUEST_TOKEN`, so that its checks run\./);
    const list = ["pr", "list", "--head", "accept-drift-prod", "--state", "open", "--json", "number"];
    const jq = ["--jq", ".[].number"];
    const create = ["pr", "create", "--head", "accept-drift-prod", "--title", "Accept the drift of stack prod"];
    expect(readGitHub(gitHubFile).calls.slice(-4)).to.deep.equal([
      [...list, ...jq],
      [...create, "--body-file", "reports/body.md"],
      [...list, ...jq],
      ["pr", "edit", "1", "--body-file", "reports/body.md"],
    ]);
    const changed = await run(folder, "git", "diff", "--name-only", "origin/main", "accept-drift-prod");
    expect(changed.trim()).to.equal("environments/prod/shop-api.json");

    await service.calls();
    await succeeds("merge", "up", runner("prod"));
    expect(await service.calls()).to.satisfy(readsOnly);
    expect(await descriptionOf("shop-api-prod")).to.equal("by hand, again");
    await succeeds("drift", "drift", runner("prod"));
    expect(readGitHub(gitHubFile).issues[0]).to.include({ open: false });
  });

  it("takes a drift back by running the merge again", async () => {
    await service.edit((pipelines) => pipelines.filter(({ name }) => name !== "shop-web-dev"));
    await succeeds("merge", "up", runner("dev"));
    expect(await descriptionOf("shop-web-dev")).to.equal("Build the shop's web pages");
  });

  it("says so when there is nothing to accept", async () => {
    expect(await succeeds("accept-drift", "accept", runner("dev"))).to.contain("There is nothing to accept.");
    expect(existsSync(join(folder, "Pulumi.try-dev.yaml"))).to.equal(false);
  });
});

/** Of another workflow, and of a person who quotes ours. */
const otherComments = [
  { id: 8000, user: workflowUser, body: "Coverage: 98 %" },
  { id: 8001, user: { login: "somebody" }, body: "<!-- sourcepipeline preview -->\nI disagree" },
];
