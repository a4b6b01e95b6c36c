import { expect } from "chai";
import { errorOf } from "../support/bodies.ts";
import { build, commit, deploy } from "../support/related-bodies.ts";
import { useEmulator } from "../support/use-emulator.ts";

/** Writes of each service, with the path of something that is there. */
const writes: [method: string, path: string][] = [
  ["POST", commit],
  ["PATCH", `${commit}/id/104211`],
  ["PATCH", `${commit}/shop-api`],
  ["POST", `${commit}/shop-api/branch/default`],
  ["POST", build],
  ["PATCH", `${build}/20632`],
  ["DELETE", `${build}/20632/build`],
  ["POST", deploy],
  ["POST", `${deploy}/12920/stage`],
  ["PATCH", `${deploy}/12920/stage/14146`],
  ["POST", `${deploy}/12920/stage/14146/scenario`],
  ["PATCH", `${deploy}/12920/stage/14146/scenario/21001`],
];

describe("emulator: malformed requests to related services", () => {
  const emulator = useEmulator();
  const raw = (method: string, path: string, body: string, type = "application/json; charset=utf-8") =>
    emulator.callRaw({ method, path, body, headers: { "content-type": type } });

  for (const [method, path] of writes) {
    for (const body of ["", "{", "\u0000"]) {
      it(`refuses ${method} ${path} with the body ${JSON.stringify(body)} as the gateway does`, async () => {
        expect(errorOf(await raw(method, path, body))).to.include({ status: 400, code: "100" });
      });
    }

    it(`refuses ${method} ${path} with another content type`, async () => {
      expect(errorOf(await raw(method, path, "{}", "text/plain"))).to.include({ status: 400, code: "100" });
    });

    for (const body of ["[]", "7", "null", '"text"']) {
      it(`refuses ${method} ${path} with ${body} as the service does`, async () => {
        const { status, code } = errorOf(await raw(method, path, body));
        expect(status).to.equal(400);
        expect(code)
          .to.be.a("number")
          .and.satisfy((value: number) => [310400, 320400, 330400, 330900].includes(value));
      });
    }

    it(`takes ${method} ${path} with a newline behind the body, as the vendor's SDK sends it`, async () => {
      expect(errorOf(await raw(method, path, "7\n")).code).not.to.equal("100");
    });
  }

  const ids: [path: string, code: number][] = [
    [`${commit}/id/abc`, 310400],
    [`${build}/abc`, 320400],
    [`${build}/1.5`, 320400],
    [`${deploy}/abc/stage`, 330400],
    [`${deploy}/12920/stage/abc`, 330400],
    [`${deploy}/12920/history/abc`, 330400],
  ];
  for (const [path, code] of ids) {
    it(`refuses GET ${path}, which is no id`, async () => {
      expect(errorOf(await emulator.call("GET", path))).to.include({ status: 400, code });
    });
  }

  const pages: [path: string, code: number][] = [
    [`${commit}?pageNo=0`, 310400],
    [`${build}?pageSize=-1`, 320400],
    [`${build}?pageNo=abc`, 320400],
    [`${deploy}?pageSize=0`, 330400],
    [`${deploy}?pageSize=101`, 330400],
    [`${deploy}/12920/history?pageSize=101`, 330400],
  ];
  for (const [path, code] of pages) {
    it(`refuses GET ${path}`, async () => {
      expect(errorOf(await emulator.call("GET", path))).to.include({ status: 400, code });
    });
  }

  const unknown: [method: string, path: string][] = [
    ["GET", `${deploy}/12920`],
    ["PATCH", `${deploy}/12920`],
    ["PUT", `${build}/20632`],
    ["GET", `${build}/20632/build`],
    ["GET", "/sourcebuild/api/v1/nothing"],
    ["GET", "/sourcebuild/api/v2/project"],
  ];
  for (const [method, path] of unknown) {
    it(`has no ${method} ${path}: the gateway's 404`, async () => {
      expect(errorOf(await emulator.call(method, path))).to.include({ status: 404, code: "300" });
    });
  }

  it("drops unknown properties, except in scenarios", async () => {
    expect(await emulator.result("POST", commit, { name: "extra", color: "red" })).to.equal(true);
    expect(await emulator.result("POST", deploy, { name: "extra", stages: [] })).to.include({ name: "extra" });
    const scenario = {
      name: "extra",
      type: "Server",
      config: { strategy: "normal", file: { type: "later" }, rollback: true },
    };
    const reply = await emulator.call("POST", `${deploy}/12920/stage/14146/scenario`, scenario);
    expect(errorOf(reply)).to.include({ status: 400, code: 330900 });
  });
});
