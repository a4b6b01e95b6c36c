import { expect } from "chai";
import { signedHeaders } from "../support/signed-call.ts";
import { useEmulator } from "../support/use-emulator.ts";

/** Section 1.1 of the reference of related services; of fin both names of SourceDeploy, which sources give. */
const hosts: [host: string, operation: string][] = [
  ["sourcecommit.apigw.ntruss.com", "sourcecommit.getRepositories"],
  ["sourcecommit.apigw.gov-ntruss.com", "sourcecommit.getRepositories"],
  ["sourcecommit.apigw.fin-ntruss.com", "sourcecommit.getRepositories"],
  ["sourcebuild.apigw.ntruss.com", "sourcebuild.getProjects"],
  ["sourcebuild.apigw.gov-ntruss.com", "sourcebuild.getProjects"],
  ["sourcebuild.apigw.fin-ntruss.com", "sourcebuild.getProjects"],
  ["vpcsourcedeploy.apigw.ntruss.com", "sourcedeploy.getProjects"],
  ["sourcedeploy.apigw.ntruss.com", "sourcedeploy.getProjects"],
  ["vpcsourcedeploy.apigw.gov-ntruss.com", "sourcedeploy.getProjects"],
  ["sourcedeploy.apigw.gov-ntruss.com", "sourcedeploy.getProjects"],
  ["vpcsourcedeploy.apigw.fin-ntruss.com", "sourcedeploy.getProjects"],
  ["sourcedeploy.apigw.fin-ntruss.com", "sourcedeploy.getProjects"],
  ["vpcsourcepipeline.apigw.ntruss.com", "getProjects"],
  ["sourcepipeline.apigw.gov-ntruss.com", "getProjects"],
];

describe("emulator: the services' own host names", () => {
  const emulator = useEmulator();
  const operationOf = async (path: string, host: string) => {
    const { status, text } = await emulator.call("GET", path, undefined, { host });
    expect(status, text).to.equal(200);
    const log = (await emulator.admin("GET", "/requests")).body as { operation: string }[];
    return log.at(-1)!.operation;
  };

  for (const [host, operation] of hosts) {
    const path = operation.endsWith("getRepositories") ? "/api/v1/repository" : "/api/v1/project";
    it(`${host} has ${operation} at ${path}, with a port, too`, async () => {
      expect(await operationOf(path, host)).to.equal(operation);
      expect(await operationOf(path, `${host}:4600`)).to.equal(operation);
      expect(await operationOf(path, host.toUpperCase())).to.equal(operation);
    });
  }

  it("count for less than a path that names the service", async () => {
    expect(await operationOf("/sourcebuild/api/v1/project", "sourcecommit.apigw.ntruss.com")).to.equal(
      "sourcebuild.getProjects",
    );
  });

  it("open nothing that looks like them", async () => {
    for (const host of [
      "sourcebuild.apigw.ntruss.com.attacker.example",
      "sourcebuild.attacker.example",
      "apigw.ntruss.com",
    ]) {
      expect((await emulator.call("GET", "/api/v1/project", undefined, { host })).status, host).to.equal(403);
    }
  });

  it("can stand in the request line, as clients of a proxy write it", async () => {
    const call = { method: "GET", path: "/api/v1/env/os" };
    const host = "sourcebuild.apigw.ntruss.com";
    const headers = { host, ...signedHeaders(call, emulator.keys, String(Date.now())) };
    const reply = await emulator.callRaw({ method: "GET", path: `http://${host}${call.path}`, headers });
    expect(reply.status, reply.text).to.equal(200);
  });
});
