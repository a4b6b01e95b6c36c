import { expect } from "chai";
import { refuseOtherName } from "../../../../provider/core/resource/identity.ts";
import type { Session } from "../../../../provider/core/session.ts";
import { pipelineType } from "../../../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";

const messageAt = (endpoint: string): string => {
  const location = { region: "KR", platform: "vpc", site: "public" };
  const session = { endpoint, location, accessKeyFingerprint: "0a1b2c3d" } as Session;
  try {
    refuseOtherName(pipelineType, { id: 3101, name: "other" }, { name: "shop" }, session);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

describe("a stranger under the id of a state", () => {
  it("may be there because an emulator was started anew, where the endpoint is this machine", () => {
    for (const endpoint of ["http://127.0.0.1:4600", "http://localhost:4600", "http://[::1]:4600"]) {
      expect(messageAt(endpoint))
        .to.contain("If an emulator was started anew there, what it held is lost: run")
        .and.contain("--state FILE")
        .and.contain("pulumi state delete");
    }
  });

  it("is not explained by an emulator elsewhere", () => {
    for (const endpoint of ["https://vpcsourcepipeline.apigw.ntruss.com", "http://127.0.0.1.example.com", ""]) {
      expect(messageAt(endpoint))
        .to.contain("Use the endpoint and the keys that the state was written with; or run")
        .and.not.contain("emulator");
    }
  });
});
