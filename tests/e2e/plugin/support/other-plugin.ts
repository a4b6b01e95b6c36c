import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runCommand } from "../../support/run-command.ts";

const { resolve } = createRequire(import.meta.url);

/** The version of somebody else's plugin of our name, and the type that it has. */
export const otherPlugin = { version: "9.9.9", type: "ncloud:server/thing:Thing" } as const;

/** The whole plugin: what it makes has the id and the outputs of its inputs. */
const source = `#!/usr/bin/env node
const grpc = require(${JSON.stringify(resolve("@grpc/grpc-js"))});
const pb = require(${JSON.stringify(resolve("@pulumi/pulumi/proto/provider_pb.js"))});
const rpc = require(${JSON.stringify(resolve("@pulumi/pulumi/proto/provider_grpc_pb.js"))});
const plugin = require(${JSON.stringify(resolve("@pulumi/pulumi/proto/plugin_pb.js"))});
const { Empty } = require(${JSON.stringify(resolve("google-protobuf/google/protobuf/empty_pb.js"))});
const answers = {
  handshake: () => new pb.ProviderHandshakeResponse(),
  getPluginInfo: () => new plugin.PluginInfo().setVersion("${otherPlugin.version}"),
  checkConfig: (q) => new pb.CheckResponse().setInputs(q.getNews()),
  diffConfig: () => new pb.DiffResponse().setChanges(1),
  configure: () => new pb.ConfigureResponse().setSupportspreview(true),
  check: (q) => new pb.CheckResponse().setInputs(q.getNews()),
  diff: () => new pb.DiffResponse().setChanges(1),
  create: (q) => new pb.CreateResponse().setId(q.getPreview() ? "" : "made-by-${otherPlugin.version}").setProperties(q.getProperties()),
  read: (q) => new pb.ReadResponse().setId(q.getId()).setProperties(q.getProperties()).setInputs(q.getInputs()),
  update: (q) => new pb.UpdateResponse().setProperties(q.getNews()),
  delete: () => new Empty(),
  cancel: () => new Empty(),
};
const server = new grpc.Server();
server.addService(rpc.ResourceProviderService, Object.fromEntries(Object.entries(answers).map(
  ([name, answer]) => [name, ({ request }, callback) => callback(null, answer(request))])));
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => console.log(port));
process.on("SIGINT", () => process.exit(0));
process.stdin.on("end", () => process.exit(0)).resume();
`;

/** Writes the archive of that plugin, as \`pulumi plugin install --file\` takes it. */
export async function packOtherPlugin(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const launcher = join(folder, "pulumi-resource-ncloud");
  writeFileSync(launcher, source);
  chmodSync(launcher, 0o755);
  const archive = join(folder, "other.tar.gz");
  const words = ["-czf", archive, "-C", folder, "pulumi-resource-ncloud"];
  const { code, output } = await runCommand("tar", words, { cwd: folder, env: { PATH: process.env["PATH"] ?? "" } });
  if (code !== 0) throw new Error(output);
  return archive;
}
