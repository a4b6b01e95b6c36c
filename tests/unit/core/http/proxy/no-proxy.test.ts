import { expect } from "chai";
import { isExcluded } from "../../../../../provider/core/http/proxy/no-proxy.ts";

describe("isExcluded", () => {
  const cases: [address: string, noProxy: string, excluded: boolean][] = [
    ["https://api.example.com", "", false],
    ["https://api.example.com", "*", true],
    ["https://api.example.com", "localhost, *", true],
    ["https://api.example.com", "api.example.com", true],
    ["https://api.example.com", "API.Example.COM", true],
    ["https://API.EXAMPLE.COM", "api.example.com", true],
    ["https://api.example.com", "example.com", true],
    ["https://api.example.com", ".example.com", true],
    ["https://api.example.com", "*.example.com", true],
    ["https://example.com", ".example.com", true],
    ["https://api.example.com.", "example.com", true],
    ["https://api.example.com", "example.com.", true],
    ["https://notexample.com", "example.com", false],
    ["https://example.com.evil.org", "example.com", false],
    ["https://api.example.com", "other.org,\texample.com\nlast.org", true],
    ["https://api.example.com", ",,", false],
    ["https://api.example.com", ".", false],
    ["https://api.example.com", "com", true],
    ["https://api.example.com", "api", false],
    // Ports.
    ["https://api.example.com", "api.example.com:443", true],
    ["https://api.example.com", "api.example.com:8443", false],
    ["https://api.example.com:8443", "example.com:8443", true],
    ["https://api.example.com:8443", "example.com", true],
    ["http://api.example.com", "example.com:80", true],
    ["http://api.example.com", "example.com:443", false],
    ["http://api.example.com", "*:80", true],
    ["http://api.example.com", "*:81", false],
    // Addresses.
    ["http://10.1.2.3:4600", "10.1.2.3", true],
    ["http://10.1.2.3:4600", "10.1.2.3:4600", true],
    ["http://10.1.2.3:4600", "10.1.2.3:80", false],
    ["http://10.1.2.3", "10.0.0.0/8", true],
    ["http://11.1.2.3", "10.0.0.0/8", false],
    ["http://10.1.2.3", "10.1.2.1-10.1.2.9", true],
    ["http://10.1.2.30", "10.1.2.1-10.1.2.9", false],
    ["http://10.1.2.3", "2.3", false],
    ["http://10.1.2.3", "10.0.0.0/99", false],
    ["http://10.1.2.3", "my-host,other", false],
    ["http://[fd00::1]:4600", "fd00::1", true],
    ["http://[fd00::1]:4600", "[fd00::1]", true],
    ["http://[fd00::1]:4600", "[fd00::1]:4600", true],
    ["http://[fd00::1]:4600", "[fd00::1]:4601", false],
    ["http://[fd00::1]", "fd00::/8", true],
    ["http://[fe00::1]", "fd00::/8", false],
    // This machine is no exception.
    ["http://127.0.0.1:4600", "", false],
    ["http://localhost:4600", "127.0.0.1", false],
    ["http://127.0.0.1:4600", "localhost", false],
    ["http://127.0.0.1:4600", "localhost,127.0.0.1,::1", true],
    ["http://localhost:4600", "localhost,127.0.0.1,::1", true],
    ["http://[::1]:4600", "localhost,127.0.0.1,::1", true],
  ];
  for (const [address, noProxy, excluded] of cases) {
    it(`${address} ${excluded ? "is excluded" : "is not excluded"} by ${JSON.stringify(noProxy)}`, () => {
      expect(isExcluded(new URL(address), noProxy)).to.equal(excluded);
    });
  }
});
