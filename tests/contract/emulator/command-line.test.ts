import { expect } from "chai";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator } from "../../../emulator/index.ts";
import { runCommand } from "./support/run-command.ts";
import { send } from "./support/signed-call.ts";

describe("sourcepipeline emulator", () => {
  it("says in one line where it is and with which keys; stops in order on SIGTERM and SIGINT", async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const command = await runCommand(["--port", "0", "--access-key", "AK"], {
        SOURCEPIPELINE_EMULATOR_SECRET_KEY: "SK",
      });
      expect(command.ready).to.deep.include({ accessKey: "AK", secretKey: "SK" });
      expect((await send(command.ready!.url, { method: "GET", path: "/_emulator/health" })).status).to.equal(200);
      expect(await command.stop(signal)).to.equal(0);
    }
  });

  it("serves the names that --allow-host gives it", async () => {
    const command = await runCommand(["--port", "0", "--allow-host", "emulator", "--allow-host", "ci.example"]);
    const statusFor = async (host: string) =>
      (await send(command.ready!.url, { method: "GET", path: "/_emulator/health", headers: { host } })).status;
    expect(await statusFor("emulator:4600")).to.equal(200);
    expect(await statusFor("ci.example")).to.equal(200);
    expect(await statusFor("other")).to.equal(403);
    expect(await command.stop("SIGTERM")).to.equal(0);
  });

  it("warns in one line when other machines can reach it, and only then", async () => {
    for (const [host, warnings] of [
      ["127.0.0.1", 0],
      ["localhost", 0],
      ["0.0.0.0", 1],
    ] as const) {
      const command = await runCommand(["--port", "0", "--host", host]);
      await command.stop("SIGTERM");
      const lines = command.errors().trim().split("\n");
      const warned = lines.filter((line) => line.includes("warning: other machines can reach this emulator"));
      expect(warned, host).to.have.length(warnings);
    }
  });

  it("has the state on the disk before it leaves", async () => {
    const folder = await mkdtemp(join(tmpdir(), "emulator-"));
    const state = join(folder, "state.json");
    const command = await runCommand([
      "--port",
      "0",
      "--state",
      state,
      "--time",
      "2026-03-02T00:00:00Z",
      "--log",
      "json",
    ]);
    await send(command.ready!.url, {
      method: "PUT",
      path: "/_emulator/state",
      body: JSON.stringify({ repositories: [{ id: 7, name: "mine", branches: [] }] }),
    });
    await command.stop("SIGTERM");
    expect(JSON.parse(await readFile(state, "utf8"))).to.deep.nested.include({
      repositories: [{ id: 7, name: "mine", branches: [] }],
    });
    for (const line of command.errors().trim().split("\n")) expect(JSON.parse(line)).to.have.property("msg");
    await rm(folder, { recursive: true });
  });

  it("refuses a port that is taken, and names the option", async () => {
    await using other = await createEmulator();
    const command = await runCommand(["--port", new URL(other.url).port]);
    expect(await command.exit).to.equal(1);
    expect(command.errors()).to.match(/^Cannot listen on 127\.0\.0\.1:\d+\. .*already in use.*--port[^\n]*\n$/);
  });

  const refused: [string[], RegExp][] = [
    [["--port", "70000"], /--port.*Give a number from 0 to 65535/s],
    [["--speed", "fast"], /--speed.*Give a number from 0/s],
    [["--time", "noon"], /^time cannot be used:\n {2}expected an ISO time.*\n$/],
    [["--seed", "/nowhere/seed.json"], /^\/nowhere\/seed.json cannot be used:\n {2}there is no such file\.?\n$/],
    [
      ["--allow-host", "emulator:4600"],
      /^allowHosts cannot be used:\n {2}\[0\]: expected a host name.*"emulator:4600"\.\n$/,
    ],
    [["--log", "loud"], /--log.*pretty, json, silent/s],
  ];
  for (const [args, message] of refused) {
    it(`refuses ${args.join(" ")}`, async () => {
      const command = await runCommand(["--port", "0", ...args]);
      expect(await command.exit).to.equal(1);
      expect(command.errors()).to.match(message).and.not.contain("    at ");
    });
  }
});
