import { expect } from "chai";
import type { Location } from "../../../provider/core/location.ts";
import {
  accessKeyFingerprint,
  ConfigurationError,
  configurationAt,
  resolveConfiguration,
  type Surroundings,
} from "../../../provider/config/configuration.ts";
import type { Settings } from "../../../provider/config/settings.ts";

const keys = { accessKey: "AK", secretKey: "SK" };
const nowhere: Surroundings = { environment: {}, profile: () => undefined };

const resolve = (given: Settings, surroundings: Partial<Surroundings> = {}) =>
  resolveConfiguration(given, { ...nowhere, ...surroundings });

describe("configuration", () => {
  it("has defaults for everything but the keys", () => {
    expect(resolve(keys)).to.deep.equal({
      ...keys,
      location: { region: "KR", platform: "vpc", site: "public" },
      endpoint: "https://vpcsourcepipeline.apigw.ntruss.com",
      addresses: { endpoint: undefined, gateway: undefined },
      validation: "full",
      silence: new Set(),
      warnings: [],
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
    const names = ["ACCESS_KEY", "SECRET_KEY", "REGION", "API_GW", "SITE", "SUPPORT_VPC"];
    const environment = Object.fromEntries(names.map((name) => [`NCLOUD_${name}`, ""]));
    expect(resolve(keys, { environment })).to.deep.equal(resolve(keys));
  });

  const places: [Settings, Record<string, string>, Partial<Location>][] = [
    [{ region: "kr" }, {}, { region: "KR" }],
    [{}, { NCLOUD_REGION: "sgn" }, { region: "SGN" }],
    [{ region: "KR" }, { NCLOUD_REGION: "SGN" }, { region: "KR" }],
    [{}, { NCLOUD_SITE: "gov" }, { site: "gov" }],
    [{}, { NCLOUD_SITE: "public" }, { site: "public" }],
    [{ site: "public" }, { NCLOUD_SITE: "fin" }, { site: "public" }],
    [{}, { NCLOUD_SUPPORT_VPC: "true" }, { platform: "vpc" }],
    [{}, { NCLOUD_SUPPORT_VPC: "1" }, { platform: "vpc" }],
    [{}, { NCLOUD_SUPPORT_VPC: "false" }, { platform: "classic" }],
    [{}, { NCLOUD_SUPPORT_VPC: "False" }, { platform: "classic" }],
    [{}, { NCLOUD_SUPPORT_VPC: "0" }, { platform: "classic" }],
    [{ platform: "vpc" }, { NCLOUD_SUPPORT_VPC: "false" }, { platform: "vpc" }],
    [{ platform: "classic" }, { NCLOUD_SUPPORT_VPC: "true" }, { platform: "classic" }],
    // The vendor's provider: "Fin only supports VPC".
    [{}, { NCLOUD_SUPPORT_VPC: "false", NCLOUD_SITE: "fin" }, { platform: "vpc", site: "fin" }],
    [{ site: "fin" }, { NCLOUD_SUPPORT_VPC: "false" }, { platform: "vpc", site: "fin" }],
  ];
  for (const [given, environment, place] of places) {
    it(`${JSON.stringify(given)} with ${JSON.stringify(environment)} is at ${JSON.stringify(place)}`, () => {
      const elsewhere = { region: "KR", platform: "vpc", site: "public" };
      expect(resolve({ ...keys, ...given }, { environment }).location).to.deep.equal({ ...elsewhere, ...place });
    });
  }

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
    [{}, { NCLOUD_SITE: "fin" }, "https://vpcsourcepipeline.apigw.fin-ntruss.com"],
    [{}, { NCLOUD_SITE: "gov", NCLOUD_SUPPORT_VPC: "false" }, "https://sourcepipeline.apigw.gov-ntruss.com"],
    [{}, { NCLOUD_SITE: "fin", NCLOUD_API_GW: "http://127.0.0.1:4600" }, "http://127.0.0.1:4600"],
    [
      {},
      { NCLOUD_SITE: "fin", NCLOUD_API_GW: "https://ncloud.apigw.ntruss.com" },
      "https://vpcsourcepipeline.apigw.fin-ntruss.com",
    ],
  ];
  for (const [given, environment, endpoint] of endpoints) {
    it(`${JSON.stringify(given)} with ${JSON.stringify(environment)} is ${endpoint}`, () => {
      expect(resolve({ ...keys, ...given }, { environment }).endpoint).to.equal(endpoint);
    });
  }

  /** What each of the two platforms is asked at, whichever of them is configured. */
  const pairs: [string, Settings, Record<string, string>, { vpc: string; classic: string }][] = [
    [
      "the vendor's own hosts",
      {},
      {},
      { vpc: "https://vpcsourcepipeline.apigw.ntruss.com", classic: "https://sourcepipeline.apigw.ntruss.com" },
    ],
    [
      "the vendor's own hosts of a site",
      { site: "gov" },
      {},
      { vpc: "https://vpcsourcepipeline.apigw.gov-ntruss.com", classic: "https://sourcepipeline.apigw.gov-ntruss.com" },
    ],
    [
      "a gateway whose host has the word",
      {},
      { NCLOUD_API_GW: "https://ncloud.proxy.example/gate/" },
      { vpc: "https://vpcsourcepipeline.proxy.example/gate", classic: "https://sourcepipeline.proxy.example/gate" },
    ],
    [
      "a gateway whose path has the word",
      {},
      { NCLOUD_API_GW: "http://127.0.0.1:4600/ncloud" },
      { vpc: "http://127.0.0.1:4600/vpcsourcepipeline", classic: "http://127.0.0.1:4600/sourcepipeline" },
    ],
    [
      "a gateway without the word",
      {},
      { NCLOUD_API_GW: "https://proxy.example" },
      { vpc: "https://proxy.example", classic: "https://proxy.example" },
    ],
    [
      "an endpoint",
      { endpoint: "https://ncloud.proxy.example" },
      { NCLOUD_API_GW: "https://ncloud.other.example" },
      { vpc: "https://ncloud.proxy.example", classic: "https://ncloud.proxy.example" },
    ],
  ];
  for (const [what, given, environment, endpointsOf] of pairs) {
    it(`${what} leads to each location, whichever is configured`, () => {
      for (const configured of ["vpc", "classic"] as const) {
        const configuration = resolve({ ...keys, ...given, platform: configured }, { environment });
        expect(configuration.endpoint).to.equal(endpointsOf[configured]);
        for (const platform of ["vpc", "classic"] as const) {
          const location = { ...configuration.location, platform };
          const moved = configurationAt(configuration, location);
          expect(moved).to.deep.include({ ...keys, location, endpoint: endpointsOf[platform] });
        }
      }
    });
  }

  it("another site is asked at its own gateway", () => {
    const location = { region: "KR", platform: "vpc", site: "fin" } as const;
    expect(configurationAt(resolve(keys), location).endpoint).to.equal(
      "https://vpcsourcepipeline.apigw.fin-ntruss.com",
    );
  });

  describe("warns of an endpoint", () => {
    const unencrypted = [
      "http://gateway.example",
      "http://10.0.0.7:4600",
      "http://127.0.0.1.example",
      "http://localhost.example",
      "http://notlocalhost",
      "http://[2001:db8::1]",
    ];
    for (const endpoint of unencrypted) {
      it(`that is not encrypted and not on this machine: ${endpoint}`, () => {
        const { warnings } = resolve({ ...keys, endpoint });
        expect(warnings).to.have.length(1);
        expect(warnings[0]).to.contain(endpoint).and.contain("not encrypted").and.contain("https://");
      });
    }

    const quiet = [
      "https://gateway.example",
      "http://127.0.0.1:4600",
      "http://127.8.9.1",
      "http://localhost:4600",
      "http://ncloud.localhost",
      "http://[::1]:4600",
      "http://[::ffff:127.0.0.1]:4600",
    ];
    for (const endpoint of quiet) {
      it(`that is neither, not: ${endpoint}`, () => {
        expect(resolve({ ...keys, endpoint }).warnings).to.deep.equal([]);
      });
    }

    it("by a gateway as well, of the location that is asked", () => {
      const configuration = resolve(keys, { environment: { NCLOUD_API_GW: "http://ncloud.example" } });
      const moved = configurationAt(configuration, { ...configuration.location, platform: "classic" });
      expect(configuration.warnings[0]).to.contain("http://vpcsourcepipeline.example ");
      expect(moved.warnings).to.have.length(1);
      expect(moved.warnings[0]).to.contain("http://sourcepipeline.example ");
    });
  });

  const mistakes: [string, Settings, Record<string, string>, string[]][] = [
    [
      "no key at all",
      {},
      {},
      [
        "no access key and no secret key",
        "ncloud:accessKey",
        "NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY",
        "profile DEFAULT",
      ],
    ],
    [
      "no access key",
      { secretKey: "SK" },
      {},
      ["no access key for", '"pulumi config set ncloud:accessKey"', "or write it"],
    ],
    [
      "no secret key",
      { accessKey: "AK" },
      {},
      ["no secret key for", '"pulumi config set --secret ncloud:secretKey"', "NCLOUD_SECRET_KEY"],
    ],
    ["an unknown platform", { ...keys, platform: "cloud" }, {}, ['ncloud:platform: "cloud"', '"vpc", "classic"']],
    ["an unknown site", { ...keys, site: "moon" }, {}, ['ncloud:site: "moon"', '"public", "gov", "fin"']],
    [
      "an unknown site in the environment",
      keys,
      { NCLOUD_SITE: "GOV" },
      ['NCLOUD_SITE: "GOV"', '"public", "gov", "fin"'],
    ],
    ["no boolean", keys, { NCLOUD_SUPPORT_VPC: "yes" }, ['NCLOUD_SUPPORT_VPC: "yes"', '"true", "false"']],
    ["a gateway that is none", keys, { NCLOUD_API_GW: "ncloud" }, ["NCLOUD_API_GW", "not a base URL"]],
    [
      "a silence of no rule",
      { ...keys, silence: "NCSP111,NCSP999" },
      {},
      ['ncloud:silence: "NCSP999" is not', "docs/rules.md"],
    ],
    ["a silence of an error", { ...keys, silence: "NCSP103" }, {}, ['ncloud:silence: "NCSP103" is an error']],
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
    expect(accessKeyFingerprint("AK"))
      .to.match(/^[0-9a-f]{8}$/)
      .and.not.equal(accessKeyFingerprint("AK2"));
  });
});
