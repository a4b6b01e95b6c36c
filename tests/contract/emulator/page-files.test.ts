import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { createEmulator } from "../../../emulator/index.ts";
import { readSeed } from "../../../emulator/state/seed-shape.ts";
import { runCommand } from "./support/run-command.ts";
import { send } from "./support/signed-call.ts";

const page = readFileSync(new URL("../../../docs/emulator.md", import.meta.url), "utf8");
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, text = ""]) => text);

interface Compose {
  services: {
    emulator: { command: string; healthcheck: { test: string[] } };
    tests: { environment: Record<string, string> };
  };
}
interface GitLab {
  test: { services: { alias: string; command: string[] }[]; variables: Record<string, string> };
}

const [compose, steps, gitlab] = blocks("yaml").map((text) => parse(text) as unknown) as [
  Compose,
  [{ run: string }],
  GitLab,
];

/** The words behind `… sourcepipeline emulator`. */
const optionsOf = (command: string): string[] => (/ sourcepipeline emulator (.*)$/.exec(command)?.[1] ?? "").split(" ");

describe("docs/emulator.md: files", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "emulator-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("has a seed that the emulator takes", async () => {
    const seed = readSeed("the page", JSON.parse(blocks("json").find((text) => text.includes("buildProjects")) ?? ""));
    await using emulator = await createEmulator({ seed });
    expect((await emulator.admin.readState()).pipelines).to.have.nested.property("[0].name", "shop");
  });

  it("has a compose file whose command, name and health check work", async () => {
    const { emulator, tests } = compose.services;
    const words = optionsOf(emulator.command).map((word) => word.replace(/^\/data/, folder));
    const command = await runCommand([...words, "--port", "0"]);
    const port = new URL(command.ready!.url).port;

    const [how, ...check] = emulator.healthcheck.test;
    expect([how, ...check.slice(0, 2)]).to.deep.equal(["CMD", "node", "--eval"]);
    const isHealthy = () => spawnSync(process.execPath, ["--eval", check[2]!.replace("4600", port)]).status;
    expect(isHealthy()).to.equal(0);

    const { host } = new URL(tests.environment["NCLOUD_API_GW"]!);
    const reply = await send(`http://127.0.0.1:${port}`, {
      method: "GET",
      path: "/_emulator/health",
      headers: { host },
    });
    expect(reply.status).to.equal(200);
    expect(tests.environment).to.include({
      NCLOUD_ACCESS_KEY: command.ready!.accessKey,
      NCLOUD_SECRET_KEY: command.ready!.secretKey,
    });
    expect(await command.stop("SIGTERM")).to.equal(0);
    expect(readdirSync(folder)).to.deep.equal(["state.json"]);
    expect(isHealthy()).to.equal(1);
  });

  it("has a service of GitLab whose command and name work", async () => {
    const [{ alias, command: words }] = gitlab.test.services as [GitLab["test"]["services"][number]];
    const command = await runCommand([...optionsOf(words.join(" ")), "--port", "0"]);
    const { host, hostname } = new URL(gitlab.test.variables["NCLOUD_API_GW"]!);
    expect(hostname).to.equal(alias);
    const url = `http://127.0.0.1:${new URL(command.ready!.url).port}`;
    expect((await send(url, { method: "GET", path: "/_emulator/health", headers: { host } })).status).to.equal(200);
    expect(await command.stop("SIGTERM")).to.equal(0);
  });

  it("has a step whose lines work", async () => {
    const [start = "", wait = ""] = steps[0].run.trim().split("\n");
    const command = await runCommand([...optionsOf(start.replace(/ >.*$/, "")), "--port", "0"]);
    const waiting = wait.replace("4600", new URL(command.ready!.url).port);
    expect(spawnSync("sh", ["-c", waiting], { encoding: "utf8" })).to.deep.include({ status: 0, stderr: "" });
    expect(await command.stop("SIGTERM")).to.equal(0);
  });

  it("says what of it is untried", () => {
    const [, chapter = ""] = page.split("\n## In containers and in CI\n");
    expect(chapter.trimStart()).to.match(/^These files are untried/);
  });
});
