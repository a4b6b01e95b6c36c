import { expect } from "chai";
import { execFileSync } from "node:child_process";

const client = new URL("../../../provider/client/index.ts", import.meta.url).href;

/** Imports the client in a process of its own and tells which packages that loaded. */
const script = `
  import { registerHooks } from "node:module";
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  const { createClient } = await import(${JSON.stringify(client)});
  createClient({ endpoint: "http://127.0.0.1:1", region: "KR", accessKey: "AK", secretKey: "SK" });
  const packages = loaded.map((url) => /node_modules\\/((@[^/]+\\/)?[^/]+)/.exec(url)?.[1]).filter(Boolean);
  console.log(JSON.stringify([...new Set(packages)]));
`;

describe("loading the client", () => {
  it("loads neither got nor zod before the first call: every program and every plugin process starts with it", () => {
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(JSON.parse(output)).to.have.members(["p-limit", "yocto-queue"]);
  });
});
