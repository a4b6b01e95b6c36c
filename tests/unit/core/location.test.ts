import { expect } from "chai";
import {
  endpointAt,
  endpointOf,
  endpointOfGateway,
  platforms,
  sites,
  type Platform,
  type Site,
} from "../../../provider/core/location.ts";

describe("endpointOf", () => {
  const hosts: Record<Site, Record<Platform, string>> = {
    public: {
      classic: "https://sourcepipeline.apigw.ntruss.com",
      vpc: "https://vpcsourcepipeline.apigw.ntruss.com",
    },
    gov: {
      classic: "https://sourcepipeline.apigw.gov-ntruss.com",
      vpc: "https://vpcsourcepipeline.apigw.gov-ntruss.com",
    },
    fin: {
      classic: "https://sourcepipeline.apigw.fin-ntruss.com",
      vpc: "https://vpcsourcepipeline.apigw.fin-ntruss.com",
    },
  };

  for (const site of sites) {
    for (const platform of platforms) {
      it(`${site}, ${platform}: ${hosts[site][platform]}`, () => {
        expect(endpointOf({ site, platform })).to.equal(hosts[site][platform]);
      });
    }
  }
});

describe("endpointAt", () => {
  const gateways: [gateway: string, site: Site, endpoint: string][] = [
    ["https://ncloud.apigw.ntruss.com", "gov", "https://vpcsourcepipeline.apigw.gov-ntruss.com"],
    ["https://ncloud.apigw.ntruss.com", "fin", "https://vpcsourcepipeline.apigw.fin-ntruss.com"],
    ["https://ncloud.apigw.gov-ntruss.com", "fin", "https://vpcsourcepipeline.apigw.fin-ntruss.com"],
    ["https://ncloud.apigw.gov-ntruss.com", "gov", "https://vpcsourcepipeline.apigw.gov-ntruss.com"],
    ["https://ncloud.apigw.gov-ntruss.com", "public", "https://vpcsourcepipeline.apigw.gov-ntruss.com"],
    ["https://ncloud.proxy.example", "fin", "https://vpcsourcepipeline.proxy.example"],
    ["http://127.0.0.1:4600", "fin", "http://127.0.0.1:4600"],
    ["no URL", "fin", "no URL"],
  ];
  for (const [gateway, site, endpoint] of gateways) {
    it(`the site ${site} with the gateway ${gateway} is at ${endpoint}`, () => {
      expect(endpointAt({ site, platform: "vpc" }, { gateway })).to.equal(endpoint);
    });
  }

  it("an endpoint holds for every location, the word in it or not", () => {
    const addresses = { endpoint: "https://ncloud.apigw.ntruss.com", gateway: "https://ncloud.proxy.example" };
    for (const site of sites) {
      for (const platform of platforms) {
        expect(endpointAt({ site, platform }, addresses)).to.equal(addresses.endpoint);
      }
    }
  });
});

describe("endpointOfGateway", () => {
  const cases: [gateway: string, platform: Platform, endpoint: string][] = [
    ["https://ncloud.apigw.ntruss.com", "vpc", "https://vpcsourcepipeline.apigw.ntruss.com"],
    ["https://ncloud.apigw.ntruss.com", "classic", "https://sourcepipeline.apigw.ntruss.com"],
    ["https://ncloud.apigw.gov-ntruss.com", "vpc", "https://vpcsourcepipeline.apigw.gov-ntruss.com"],
    ["https://fin-ncloud.apigw.fin-ntruss.com", "vpc", "https://vpcsourcepipeline.apigw.fin-ntruss.com"],
    ["https://fin-ncloud.apigw.fin-ntruss.com", "classic", "https://sourcepipeline.apigw.fin-ntruss.com"],
    ["http://127.0.0.1:4600", "vpc", "http://127.0.0.1:4600"],
    ["http://127.0.0.1:4600/ncloud", "vpc", "http://127.0.0.1:4600/vpcsourcepipeline"],
    ["http://127.0.0.1:4600/ncloud", "classic", "http://127.0.0.1:4600/sourcepipeline"],
    // Only the first of each is replaced, as the vendor's SDK does it.
    ["https://ncloud.proxy/ncloud", "vpc", "https://vpcsourcepipeline.proxy/ncloud"],
  ];
  for (const [gateway, platform, endpoint] of cases) {
    it(`${gateway}, ${platform}: ${endpoint}`, () => {
      expect(endpointOfGateway(gateway, platform)).to.equal(endpoint);
    });
  }
});
