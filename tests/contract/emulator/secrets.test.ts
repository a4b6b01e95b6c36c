import { expect } from "chai";
import { createEmulator, type Emulator, type Seed } from "../../../emulator/index.ts";
import { send, signedHeaders } from "./support/signed-call.ts";

const reader = { accessKey: "READER", secretKey: "READER-SECRET", allow: ["getProjects"] };
const rotated = { accessKey: "ROTATED", secretKey: "ROTATED-SECRET" };

describe("emulator: secret keys of sub-accounts", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await createEmulator({ seed: { permissions: [reader, rotated] } });
  });
  afterEach(() => emulator.close());

  const statusAs = async (keys: { accessKey: string; secretKey: string }, url = emulator.url) => {
    const call = { method: "GET", path: "/api/v1/project" };
    return (await send(url, { ...call, headers: signedHeaders(call, keys, String(Date.now())) })).status;
  };
  const admin = async (method: string, path: string, body?: Seed) => {
    const reply = await send(emulator.url, { method, path, ...(body && { body: JSON.stringify(body) }) });
    return { text: reply.text, state: reply.body as Seed };
  };

  it("are masked wherever the state is shown", async () => {
    const { state } = await admin("GET", "/_emulator/state");
    expect(state.permissions).to.deep.equal([
      { ...reader, secretKey: "***" },
      { ...rotated, secretKey: "***" },
    ]);
    for (const [method, path, body] of [
      ["GET", "/_emulator/state?secrets=false", undefined],
      ["PUT", "/_emulator/state", state],
      ["POST", "/_emulator/reset", undefined],
    ] as const) {
      const { text } = await admin(method, path, body);
      expect(text, path).to.contain('"READER"').and.not.contain("SECRET");
    }
  });

  it("are shown when they are asked for", async () => {
    expect((await admin("GET", "/_emulator/state?secrets=true")).state.permissions).to.deep.equal([reader, rotated]);
    expect((await emulator.admin.readState({ secrets: true })).permissions).to.deep.equal([reader, rotated]);
    expect((await emulator.admin.readState()).permissions).to.have.nested.property("[0].secretKey", "***");
  });

  it("stay what they are when a state is read and written back", async () => {
    await emulator.admin.writeState(await emulator.admin.readState());
    expect((await emulator.admin.readState({ secrets: true })).permissions).to.deep.equal([reader, rotated]);
    expect(await statusAs(reader)).to.equal(200);
  });

  it("can be changed beside masked ones", async () => {
    const state = await emulator.admin.readState();
    const renewed = { accessKey: "ROTATED", secretKey: "NEW" };
    await emulator.admin.writeState({ ...state, permissions: [...state.permissions!.slice(0, 1), renewed] });
    expect((await emulator.admin.readState({ secrets: true })).permissions).to.deep.equal([reader, renewed]);
  });

  it("that are masked in a seed open nothing, and the log says why", async () => {
    await using other = await createEmulator({ seed: await emulator.admin.readState() });
    expect(await statusAs({ accessKey: "READER", secretKey: "***" }, other.url)).to.equal(401);
    const [entry] = await other.admin.listRequests();
    expect(entry).to.have.nested.property("signature.expected", null);
    expect(entry).to.have.nested.property("signature.reason").that.contains("The secret key of READER is missing here");
  });

  it("do not take on the secret of another access key", async () => {
    await emulator.admin.writeState({ permissions: [{ accessKey: "NOBODY", secretKey: "***" }] });
    for (const secretKey of ["***", reader.secretKey]) {
      expect(await statusAs({ accessKey: "NOBODY", secretKey })).to.equal(401);
    }
  });
});
