import { expect } from "chai";
import {
  endpointAt,
  endpointOf,
  hostNamesOf,
  relatedEndpoint,
  type Platform,
  type RelatedService,
  type Site,
} from "../../../provider/core/location.ts";

/** Section 1.1 of the reference of related services; of fin what the vendor's SDK makes of its gateway. */
const table: [service: RelatedService, site: Site, platform: Platform, host: string][] = [
  ["sourcecommit", "public", "vpc", "sourcecommit.apigw.ntruss.com"],
  ["sourcecommit", "public", "classic", "sourcecommit.apigw.ntruss.com"],
  ["sourcecommit", "gov", "vpc", "sourcecommit.apigw.gov-ntruss.com"],
  ["sourcecommit", "fin", "vpc", "sourcecommit.apigw.fin-ntruss.com"],
  ["sourcebuild", "public", "vpc", "sourcebuild.apigw.ntruss.com"],
  ["sourcebuild", "public", "classic", "sourcebuild.apigw.ntruss.com"],
  ["sourcebuild", "gov", "classic", "sourcebuild.apigw.gov-ntruss.com"],
  ["sourcebuild", "fin", "vpc", "sourcebuild.apigw.fin-ntruss.com"],
  ["sourcedeploy", "public", "vpc", "vpcsourcedeploy.apigw.ntruss.com"],
  ["sourcedeploy", "public", "classic", "sourcedeploy.apigw.ntruss.com"],
  ["sourcedeploy", "gov", "vpc", "vpcsourcedeploy.apigw.gov-ntruss.com"],
  ["sourcedeploy", "gov", "classic", "sourcedeploy.apigw.gov-ntruss.com"],
  ["sourcedeploy", "fin", "vpc", "vpcsourcedeploy.apigw.fin-ntruss.com"],
];

describe("relatedEndpoint", () => {
  for (const [service, site, platform, host] of table) {
    it(`${service}, ${site}, ${platform}: ${host}, which is one of its names`, () => {
      expect(relatedEndpoint(endpointOf({ site, platform }), service)).to.equal(`https://${host}`);
      expect(hostNamesOf(service)).to.include(host);
    });
  }

  const gateways: [gateway: string, platform: Platform, service: RelatedService, endpoint: string][] = [
    ["http://127.0.0.1:4600/ncloud", "vpc", "sourcecommit", "http://127.0.0.1:4600/sourcecommit"],
    ["http://127.0.0.1:4600/ncloud", "vpc", "sourcedeploy", "http://127.0.0.1:4600/vpcsourcedeploy"],
    ["http://127.0.0.1:4600/ncloud", "classic", "sourcedeploy", "http://127.0.0.1:4600/sourcedeploy"],
    ["https://ncloud.apigw.gov-ntruss.com", "vpc", "sourcebuild", "https://sourcebuild.apigw.gov-ntruss.com"],
    ["https://fin-ncloud.apigw.fin-ntruss.com", "vpc", "sourcebuild", "https://sourcebuild.apigw.fin-ntruss.com"],
    ["http://emulator:4600", "vpc", "sourcebuild", "http://emulator:4600/sourcebuild"],
  ];
  for (const [gateway, platform, service, endpoint] of gateways) {
    it(`${gateway} for NCLOUD_API_GW has ${service} on ${platform} at ${endpoint}`, () => {
      expect(relatedEndpoint(endpointAt({ site: "public", platform }, { gateway }), service)).to.equal(endpoint);
    });
  }

  const endpoints: [endpoint: string, derived: string][] = [
    ["http://127.0.0.1:4600", "http://127.0.0.1:4600/vpcsourcedeploy"],
    ["http://127.0.0.1:4600/", "http://127.0.0.1:4600/vpcsourcedeploy"],
    ["http://127.0.0.1:4600/vpcsourcepipeline", "http://127.0.0.1:4600/vpcsourcedeploy"],
    ["http://127.0.0.1:4600/sourcepipeline", "http://127.0.0.1:4600/sourcedeploy"],
    ["http://sourcepipeline-emulator:4600", "http://sourcepipeline-emulator:4600/vpcsourcedeploy"],
    ["http://my-sourcepipeline.example", "http://my-sourcepipeline.example/vpcsourcedeploy"],
    ["http://proxy.example/vpcsourcepipeline/", "http://proxy.example/vpcsourcedeploy/"],
  ];
  for (const [endpoint, derived] of endpoints) {
    it(`${endpoint} has SourceDeploy at ${derived}`, () => {
      expect(relatedEndpoint(endpoint, "sourcedeploy")).to.equal(derived);
    });
  }
});
