import { expect } from "chai";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdminClient, createEmulator, type Seed } from "../../../emulator/index.ts";
import { pipelineBody } from "./support/bodies.ts";
import { runCommand } from "./support/run-command.ts";
import { send, signedHeaders } from "./support/signed-call.ts";

describe("emulator: killed in the middle of writing", () => {
  let folder: string;
  let state: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "emulator-"));
    state = join(folder, "state.json");
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("leaves a state that is whole and has everything that a client was given", async () => {
    const command = await runCommand(["--port", "0", "--state", state, "--log", "silent"]);
    const admin = createAdminClient(command.ready!.url);

    // Large enough for writes to take a while; each state differs from the one before in its length.
    const world = (round: number): Seed => ({
      repositories: Array.from({ length: 2000 + round }, (_, index) => ({
        name: `repository-${index}`,
        branches: ["main"],
      })),
    });
    for (let round = 1; round <= 5; round += 1) await admin.writeState(world(round));
    const next = admin.writeState(world(6)).catch(() => undefined);
    await command.stop("SIGKILL");
    await next;

    await using again = await createEmulator({ stateFile: state });
    expect((await again.admin.readState()).repositories?.length).to.be.oneOf([2005, 2006]);
    await again.close();
  });

  it("has every pipeline whose id a client was given, and gives none of these ids again", async () => {
    const command = await runCommand(["--port", "0", "--state", state, "--log", "silent"]);
    const { url, ...keys } = command.ready!;
    const call = { method: "POST", path: "/api/v1/project" };
    const create = async (at: string, name: string): Promise<number> => {
      const headers = signedHeaders(call, keys, String(Date.now()));
      const { body } = await send(at, { ...call, headers, body: JSON.stringify(pipelineBody(name)) });
      return (body as { result: { projectId: number } }).result.projectId;
    };

    const given: number[] = [];
    const makers = Array.from({ length: 6 }, async (_, maker) => {
      for (let count = 0; ; count += 1) {
        const id = await create(url, `p-${maker}-${count}`).catch(() => undefined);
        if (id === undefined) return;
        given.push(id);
        if (given.length === 100) void command.stop("SIGKILL");
      }
    });
    await Promise.all(makers);
    await command.exit;

    await using again = await createEmulator({ stateFile: state, ...keys });
    const { pipelines = [] } = await again.admin.readState();
    expect(pipelines.map(({ id }) => id)).to.include.members(given);
    expect(given.length).to.be.at.least(100);
    expect(await create(again.url, "next")).to.be.greaterThan(Math.max(...given));
    await again.close();
  });
});
