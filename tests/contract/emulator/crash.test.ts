import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAdminClient, createEmulator, type Seed } from "../../../emulator/index.ts";

const main = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));

describe("emulator: killed in the middle of writing", () => {
  it("leaves a state file that is whole, old or new", async () => {
    const folder = await mkdtemp(join(tmpdir(), "emulator-"));
    const state = join(folder, "state.json");
    const child = spawn(process.execPath, [main, "emulator", "--port", "0", "--state", state, "--log", "silent"]);
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const admin = createAdminClient((JSON.parse(line.toString()) as { url: string }).url);

    // Large enough for writes to take a while; each state differs from the one before in its length.
    const world = (round: number): Seed => ({
      repositories: Array.from({ length: 2000 + round }, (_, index) => ({
        name: `repository-${index}`,
        branches: ["main"],
      })),
    });
    for (let round = 1; round <= 5; round += 1) await admin.writeState(world(round));
    child.kill("SIGKILL");
    await once(child, "close");

    const saved = JSON.parse(await readFile(state, "utf8")) as Seed;
    expect(saved.repositories?.length).to.satisfy(
      (length: number) => length === 2 || (length > 2000 && length <= 2005),
    );
    await using again = await createEmulator({ stateFile: state });
    expect((await again.admin.readState()).repositories).to.deep.equal(saved.repositories);
    await again.close();
    await rm(folder, { recursive: true });
  });
});
