import { expect } from "chai";
import type { RequestEntry } from "../../../emulator/index.ts";
import { errorOf } from "./support/bodies.ts";
import { send, signedHeaders } from "./support/signed-call.ts";
import { useEmulator } from "./support/use-emulator.ts";

describe("emulator: signatures", () => {
  const emulator = useEmulator();
  const path = "/api/v1/project?pageNo=1&pageSize=10";
  const call = { method: "GET", path };
  const sendWith = (headers: Record<string, string>) => send(emulator.url, { ...call, headers });
  const signed = (keys = emulator.keys, offset = 0) => signedHeaders(call, keys, String(Date.now() + offset));

  async function lastVerdict() {
    const entries = (await emulator.admin("GET", "/requests")).body as RequestEntry[];
    const verdict = entries.at(-1)?.signature;
    return verdict === "ok" || verdict === undefined ? { reason: verdict, stringToSign: null } : verdict;
  }

  it("are taken under both names of the header", async () => {
    for (const name of ["x-ncp-apigw-signature-v1", "x-ncp-apigw-signature-v2"]) {
      const reply = await sendWith(signedHeaders(call, emulator.keys, String(Date.now()), name));
      expect(reply.status).to.equal(200);
    }
    expect(await lastVerdict()).to.include({ reason: "ok" });
  });

  const refused: [string, () => Record<string, string>, RegExp][] = [
    ["no headers", () => ({}), /x-ncp-iam-access-key is missing/],
    ["no time", () => ({ ...signed(), "x-ncp-apigw-timestamp": "" }), /x-ncp-apigw-timestamp is missing/],
    ["no signature", () => ({ ...signed(), "x-ncp-apigw-signature-v2": "" }), /x-ncp-apigw-signature-v2 .* is missing/],
    ["a time that is no number", () => signedHeaders(call, emulator.keys, "now"), /not a number of milliseconds/],
    ["another access key", () => signed({ ...emulator.keys, accessKey: "OTHER" }), /access key OTHER does not exist/],
    [
      "another secret key",
      () => signed({ ...emulator.keys, secretKey: "OTHER" }),
      /another text or another secret key/,
    ],
    ["a clock six minutes behind", () => signed(emulator.keys, -360_000), /ms behind the gateway's clock/],
    ["a clock six minutes ahead", () => signed(emulator.keys, 360_000), /ms ahead of the gateway's clock/],
    [
      "seconds for milliseconds",
      () => signedHeaders(call, emulator.keys, String(Math.floor(Date.now() / 1000))),
      /ms behind/,
    ],
  ];
  for (const [what, headers, reason] of refused) {
    it(`are refused with ${what}, and the log says why`, async () => {
      expect(errorOf(await sendWith(headers()))).to.deep.equal({
        status: 401,
        code: "200",
        details: "Invalid authentication information.",
      });
      expect((await lastVerdict()).reason).to.match(reason);
    });
  }

  const mistakes: [string, string, RegExp][] = [
    ["the query is left out", "GET /api/v1/project", /without the query.* at byte 19/],
    ["the method is in lowercase", `get ${path}`, /lowercase.* at byte 0/],
    ["the root is left out", "GET /project?pageNo=1&pageSize=10", /without \/api\/v1.* at byte 5/],
  ];
  for (const [what, firstLine, reason] of mistakes) {
    it(`are explained when ${what}`, async () => {
      const [method = "", signedPath = ""] = firstLine.split(" ");
      const headers = signedHeaders({ method, path: signedPath }, emulator.keys, String(Date.now()));
      expect((await sendWith(headers)).status).to.equal(401);
      const verdict = await lastVerdict();
      expect(verdict.reason).to.match(reason);
      expect(verdict.stringToSign).to.equal(
        `GET ${path}\n${headers["x-ncp-apigw-timestamp"]}\n${emulator.keys.accessKey}`,
      );
    });
  }

  it("stay good when the emulator's clock moves, and follow the gateway's clock", async () => {
    await emulator.admin("POST", "/clock", { advanceMs: 86_400_000 });
    expect((await sendWith(signed())).status).to.equal(200);
    await emulator.admin("PATCH", "/settings", { clockOffsetMs: 360_000 });
    expect((await sendWith(signed())).status).to.equal(401);
    expect((await sendWith(signed(emulator.keys, 360_000))).status).to.equal(200);
  });

  it("never show the secret key", async () => {
    await sendWith(signed({ ...emulator.keys, accessKey: "OTHER" }));
    await sendWith(signedHeaders({ method: "GET", path: "/api/v1/project" }, emulator.keys, String(Date.now())));
    expect((await emulator.admin("GET", "/requests")).text).not.to.contain(emulator.keys.secretKey);
  });
});
