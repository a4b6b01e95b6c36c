import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import type { Seed } from "../../../emulator/index.ts";
import { useEmulator } from "./support/use-emulator.ts";

const folder = new URL("../../fixtures/wire/", import.meta.url);

interface Fixture {
  request: { method: string; path: string; body: { name?: string } };
}

const requests = readdirSync(folder)
  .filter((file) => /^(create|change)-project\b/.test(file))
  .map((file) => ({ file, ...(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture) }));

/** Holds everything that the transcribed requests name. */
const seed: Seed = {
  repositories: [{ name: "rep1", branches: ["master"] }],
  buildProjects: [{ id: 20632, name: "build1", source: { repository: "rep1", branch: "master" } }],
  deployProjects: [
    { id: 12920, name: "deploy1", stages: [{ id: 14146, name: "dev", scenarios: [{ id: 2001, name: "rolling" }] }] },
  ],
  pipelines: [1234, 2034].map((id) => ({
    id,
    name: `other-${id}`,
    tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 20632 } }],
  })),
};

describe("emulator: requests as the documentation, the vendor's SDK and its Terraform provider make them", () => {
  const emulator = useEmulator({ seed });

  for (const { file, request } of requests) {
    for (const prefix of ["", "/vpcsourcepipeline", "/sourcepipeline"]) {
      it(`takes ${file} at ${prefix}/api/v1`, async () => {
        const headers = { "content-type": "application/json; charset=utf-8" };
        const reply = await emulator.call(request.method, prefix + request.path, request.body, headers);
        expect(reply.status, reply.text).to.equal(200);
        // The vendor's SDK takes the bytes from the second `{` to the last but one.
        expect(reply.text).to.match(/^\{"result":\{.*\}\}$/);
      });
    }
  }
});
