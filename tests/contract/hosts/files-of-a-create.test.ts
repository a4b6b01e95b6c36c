import { expect } from "chai";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { createEmulator } from "../../../emulator/index.ts";

const page = new URL("../../../docs/architecture.md", import.meta.url);
const program = fileURLToPath(new URL("./support/run-create.ts", import.meta.url));

/** What the page lists, below the heading of a creation. */
const listed = (): string[] => {
  const [, section = ""] = readFileSync(page, "utf8").split("### A creation, file by file\n");
  const [list = ""] = section.split(/^##/m);
  return [...list.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = ""]) => file);
};

/** A pipeline of the emulator's sample account with tasks and triggers of several kinds. */
const pipeline = {
  name: "shop",
  tasks: [
    { name: "build", type: "SourceBuild", projectId: 20632, branch: "main" },
    {
      name: "deploy",
      type: "SourceDeploy",
      projectId: 12920,
      stageId: 14147,
      scenarioId: 21003,
      linkedTasks: ["build"],
    },
  ],
  triggers: {
    repositories: [{ name: "shop-api", branch: "main" }],
    schedules: [{ days: ["MON"], time: "03:30", timeZone: "Asia/Seoul" }],
  },
};

describe("a creation", function () {
  this.timeout(60_000);

  it("runs the files that the page on the architecture lists beside the client, and no more than 30", async () => {
    const emulator = await createEmulator({ log: "silent" });
    try {
      const { url: NCLOUD_API_GW, accessKey: NCLOUD_ACCESS_KEY, secretKey: NCLOUD_SECRET_KEY } = emulator;
      const words = [program, JSON.stringify(pipeline)];
      const { PATH = "" } = process.env;
      const env = { PATH, NCLOUD_API_GW, NCLOUD_ACCESS_KEY, NCLOUD_SECRET_KEY };
      // Its input stays open: a plugin whose engine is gone ends.
      const child = spawn(process.execPath, words, { env, stdio: ["pipe", "pipe", "inherit"] });
      const run = JSON.parse(await text(child.stdout)) as string[];
      const beside = run.filter((file) => !file.startsWith("core/http/"));
      expect(beside).to.have.members(listed());
      expect(beside.length).to.be.at.most(30);
      expect(run).to.include("core/http/transport.ts");
    } finally {
      await emulator.close();
    }
  });
});
