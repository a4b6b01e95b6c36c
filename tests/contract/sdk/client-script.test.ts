import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { createEmulator, type Emulator } from "../../../emulator/index.ts";
import { createClient } from "../../../sdk/client/client.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** The script in README that imports the client. */
function scriptOfReadme(): string {
  const text = readFileSync(join(repository, "README.md"), "utf8");
  const scripts = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, script = ""]) => script);
  const [only, ...others] = scripts.filter((script) => script.includes('/client"'));
  if (only === undefined || others.length > 0) throw new Error("README.md does not have one script with the client.");
  return only;
}

describe("the script in README", function () {
  this.timeout(60_000);
  let emulator: Emulator;
  let folder: string;
  beforeEach(async () => {
    // A run takes ten emulated seconds for each task.
    emulator = await createEmulator({ log: "silent", speed: 60 });
    const { url: endpoint, accessKey, secretKey } = emulator;
    const client = createClient({ endpoint, accessKey, secretKey, environment: {} });
    const config = { projectId: 20632 };
    await client.createProject({ body: { name: "shop", tasks: [{ name: "build", type: "SourceBuild", config }] } });
    // Below the repository, where the package is found by its name.
    folder = mkdtempSync(join(repository, "dist", "script-"));
    writeFileSync(join(folder, "release.mjs"), scriptOfReadme());
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await emulator.close();
  });

  const run = (): Promise<{ code: unknown; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const env = {
        PATH: process.env.PATH,
        ENDPOINT: emulator.url,
        NCLOUD_ACCESS_KEY: emulator.accessKey,
        NCLOUD_SECRET_KEY: emulator.secretKey,
      };
      execFile(process.execPath, [join(folder, "release.mjs")], { env }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, stdout, stderr }),
      );
    });

  it("has at most ten lines, runs the pipeline and ends with 0 when the run succeeds", async () => {
    const lines = scriptOfReadme().split("\n");
    expect(lines.filter((line) => line !== "")).to.have.length.within(1, 10);
    const { code, stdout, stderr } = await run();
    expect(stderr).to.equal("");
    expect(stdout).to.match(/^build: success\n$/m);
    expect(code).to.equal(0);
  });

  it("ends with 1 when the run fails", async () => {
    await emulator.admin.addOutcomes([{ task: "build", status: "failed" }]);
    const { code, stdout, stderr } = await run();
    expect(stderr).to.equal("");
    expect(stdout).to.match(/^build: failed\n$/m);
    expect(code).to.equal(1);
  });
});
