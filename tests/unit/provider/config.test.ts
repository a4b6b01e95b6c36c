import { expect } from "chai";
import { accountMark, ConfigurationError, resolveConfiguration, type Surroundings } from "../../../provider/config.ts";
import type { Settings } from "../../../provider/settings.ts";

const keys = { accessKey: "AK", secretKey: "SK" };
const nowhere: Surroundings = { environment: {}, profile: () => undefined };

const resolve = (given: Settings, surroundings: Partial<Surroundings> = {}) =>
  resolveConfiguration(given, { ...nowhere, ...surroundings });

describe("configuration", () => {
  it("has defaults for everything but the keys", () => {
    expect(resolve(keys)).to.deep.equal({
      ...keys,
      place: { region: "KR", platform: "vpc", site: "public" },
      endpoint: "https://vpcsourcepipeline.apigw.ntruss.com",
      endpointGiven: false,
      validation: "full",
    });
  });

  describe("takes the stack's configuration before the environment before the file", () => {
    const file: Surroundings["profile"] = (name) => ({ accessKey: `${name}-file`, secretKey: `${name}-file-secret` });
    const environment = { NCLOUD_ACCESS_KEY: "environment", NCLOUD_SECRET_KEY: "environment-secret" };

    it("given", () => {
      expect(resolve(keys, { environment, profile: file })).to.include(keys);
    });

    it("in the environment", () => {
      const expected = { accessKey: "environment", secretKey: "environment-secret" };
      expect(resolve({}, { environment, profile: file })).to.include(expected);
    });

    it("in the file, of the profile DEFAULT", () => {
      expect(resolve({}, { profile: file })).to.include({
        accessKey: "DEFAULT-file",
        secretKey: "DEFAULT-file-secret",
      });
    });

    it("in the file, of the profile NCLOUD_PROFILE", () => {
      const other = resolve({}, { environment: { NCLOUD_PROFILE: "work" }, profile: file });
      expect(other).to.include({ accessKey: "work-file" });
    });

    it("and does not open the file when it needs nothing from it", () => {
      const unread = (): never => expect.fail("the file was opened");
      expect(resolve(keys, { profile: unread })).to.include(keys);
    });
  });

  it("counts an empty variable as none", () => {
    const environment = { NCLOUD_ACCESS_KEY: "", NCLOUD_SECRET_KEY: "", NCLOUD_REGION: "", NCLOUD_API_GW: "" };
    expect(resolve(keys, { environment })).to.deep.include({ endpointGiven: false });
  });

  const endpoints: [Settings, Record<string, string>, string][] = [
    [{}, {}, "https://vpcsourcepipeline.apigw.ntruss.com"],
    [{ platform: "classic" }, {}, "https://sourcepipeline.apigw.ntruss.com"],
    [{ site: "gov" }, {}, "https://vpcsourcepipeline.apigw.gov-ntruss.com"],
    [{ site: "fin", platform: "classic" }, {}, "https://sourcepipeline.apigw.fin-ntruss.com"],
    [{}, { NCLOUD_API_GW: "https://ncloud.apigw.gov-ntruss.com" }, "https://vpcsourcepipeline.apigw.gov-ntruss.com"],
    [
      {},
      { NCLOUD_API_GW: "https://fin-ncloud.apigw.fin-ntruss.com" },
      "https://vpcsourcepipeline.apigw.fin-ntruss.com",
    ],
    [{}, { NCLOUD_API_GW: "http://127.0.0.1:4600/" }, "http://127.0.0.1:4600"],
    [{ endpoint: "http://127.0.0.1:4600" }, { NCLOUD_API_GW: "https://ncloud.example" }, "http://127.0.0.1:4600"],
  ];
  for (const [given, environment, endpoint] of endpoints) {
    it(`${JSON.stringify(given)} with ${JSON.stringify(environment)} is ${endpoint}`, () => {
      expect(resolve({ ...keys, ...given }, { environment }).endpoint).to.equal(endpoint);
    });
  }

  const mistakes: [string, Settings, Record<string, string>, string[]][] = [
    ["no access key", {}, {}, ["no access key", "ncloud:accessKey", "NCLOUD_ACCESS_KEY", "profile DEFAULT"]],
    ["no secret key", { accessKey: "AK" }, {}, ["no secret key", "--secret ncloud:secretKey", "NCLOUD_SECRET_KEY"]],
    ["an unknown platform", { ...keys, platform: "cloud" }, {}, ['ncloud:platform: "cloud"', '"vpc", "classic"']],
    ["an unknown site", { ...keys, site: "moon" }, {}, ['ncloud:site: "moon"', '"public", "gov", "fin"']],
    ["an unknown validation", { ...keys, validation: "some" }, {}, ['ncloud:validation: "some"', '"full", "offline"']],
    ["no region code", { ...keys, region: "the north" }, {}, ['ncloud:region: "the north"', '"KR"']],
    ["no URL", { ...keys, endpoint: "localhost:4600" }, {}, ["ncloud:endpoint", "http://127.0.0.1:4600"]],
    ["the whole path", { ...keys, endpoint: "http://127.0.0.1/api/v1/" }, {}, ["in front of /api/v1"]],
    ["a password in the URL", { ...keys, endpoint: "http://a:PASSWORD@127.0.0.1" }, {}, ["not a base URL"]],
  ];
  for (const [what, given, environment, says] of mistakes) {
    it(`${what} is one clear message without a secret or a stack`, () => {
      let error: unknown;
      try {
        resolve(given, { environment });
      } catch (thrown) {
        error = thrown;
      }
      expect(error).to.be.instanceOf(ConfigurationError);
      const { message, stack } = error as Error;
      for (const words of says) expect(message).to.contain(words);
      expect(message).to.not.contain("PASSWORD");
      expect(stack).to.equal("");
    });
  }

  it("marks an account without telling its key", () => {
    expect(accountMark("AK"))
      .to.match(/^[0-9a-f]{8}$/)
      .and.not.equal(accountMark("AK2"));
  });
});
