import { type ChildProcess, spawn, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { ownPackage } from "../../../provider/core/own-package.ts";
import { call, connectTo } from "./support/plugin-client.ts";

const launcher = join(fileURLToPath(new URL("../../..", import.meta.url)), "bin", "pulumi-resource-ncloud");

/** The built plugin in a process of its own, as the engine starts it, and its first line. */
async function startLauncher(input: "pipe" | "ignore"): Promise<{ child: ChildProcess; port: number }> {
  const stdio: StdioOptions = [input, "pipe", "inherit"];
  const child = spawn(process.execPath, [launcher, "127.0.0.1:1"], { stdio });
  if (child.stdout === null) throw new Error("The process has no output.");
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  expect(line.toString()).to.match(/^\d+\n$/);
  return { child, port: Number(line) };
}

const versionAt = async (port: number): Promise<string> => {
  const client = connectTo(port);
  const info = await call<{ getVersion(): string }>(client, "getPluginInfo", new empty.Empty());
  client.close();
  return info.getVersion();
};

/** What an engine asks first. */
async function greet(port: number): Promise<void> {
  const client = connectTo(port);
  await call(client, "handshake", new provider.ProviderHandshakeRequest());
  client.close();
}

describe("the plugin's process", () => {
  it("prints its port, has the version of the package built in, and ends at once with a SIGINT", async () => {
    const { child, port } = await startLauncher("pipe");
    expect(await versionAt(port)).to.equal(ownPackage().version);
    child.kill("SIGINT");
    expect(await once(child, "exit")).to.deep.equal([0, null]);
  });

  it("leaves when the engine at the other end of its input is gone", async () => {
    const { child, port } = await startLauncher("pipe");
    await greet(port);
    child.stdin?.end();
    expect(await once(child, "exit")).to.deep.equal([0, null]);
  });

  it("stays where it has no input, or one that had ended before the engine came", async () => {
    const { child, port } = await startLauncher("ignore");
    await greet(port);
    expect(await versionAt(port)).to.equal(ownPackage().version);
    child.kill("SIGTERM");
    await once(child, "exit");

    const other = await startLauncher("pipe");
    other.child.stdin?.end();
    await greet(other.port);
    expect(await versionAt(other.port)).to.equal(ownPackage().version);
    const { child: last } = other;
    last.kill("SIGTERM");
    await once(last, "exit");
  });
});
