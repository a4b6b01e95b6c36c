import { expect } from "chai";
import {
  findProxy,
  proxyAuthorization,
  proxySecrets,
  type Environment,
  type HttpProxy,
} from "../../../../../provider/core/http/proxy/find-proxy.ts";

const find = (environment: Environment, address = "https://service.example"): HttpProxy | undefined =>
  findProxy(new URL(address), environment);

describe("findProxy", () => {
  const cases: [environment: Environment, address: string, host: string | undefined, variable?: string][] = [
    [{}, "https://service.example", undefined],
    [{ HTTPS_PROXY: "http://a:1" }, "https://service.example", "a:1", "HTTPS_PROXY"],
    [{ HTTPS_PROXY: "http://a:1" }, "http://service.example", undefined],
    [{ HTTP_PROXY: "http://a:1" }, "http://service.example", "a:1", "HTTP_PROXY"],
    [{ HTTP_PROXY: "http://a:1" }, "https://service.example", undefined],
    [{ HTTPS_PROXY: "http://a:1", https_proxy: "http://b:2" }, "https://service.example", "b:2", "https_proxy"],
    [{ HTTP_PROXY: "http://a:1", http_proxy: "http://b:2" }, "http://service.example", "b:2", "http_proxy"],
    [{ HTTPS_PROXY: "http://a:1", https_proxy: "" }, "https://service.example", "a:1", "HTTPS_PROXY"],
    [{ HTTPS_PROXY: "" }, "https://service.example", undefined],
    [{ HTTPS_PROXY: "a:3128" }, "https://service.example", "a:3128", "HTTPS_PROXY"],
    [{ HTTPS_PROXY: " http://a " }, "https://service.example", "a:80", "HTTPS_PROXY"],
    [{ HTTPS_PROXY: "https://a" }, "https://service.example", "a:443", "HTTPS_PROXY"],
    [{ HTTPS_PROXY: "http://[::1]:3128/" }, "https://service.example", "[::1]:3128", "HTTPS_PROXY"],
    [{ HTTPS_PROXY: "http://user:pass@a:1" }, "https://service.example", "a:1", "HTTPS_PROXY"],
    [{ HTTPS_PROXY: "http://a:1", NO_PROXY: "example" }, "https://service.example", undefined],
    [{ HTTPS_PROXY: "http://a:1", no_proxy: "example" }, "https://service.example", undefined],
    [
      { HTTPS_PROXY: "http://a:1", NO_PROXY: "example", no_proxy: "b" },
      "https://service.example",
      "a:1",
      "HTTPS_PROXY",
    ],
    [{ HTTPS_PROXY: "http://a:1", NO_PROXY: "example", no_proxy: "" }, "https://service.example", undefined],
    [{ ALL_PROXY: "http://a:1" }, "https://service.example", undefined],
  ];
  for (const [environment, address, host, variable] of cases) {
    it(`${JSON.stringify(environment)} gives ${host ?? "none"} for ${address}`, () => {
      const proxy = find(environment, address);
      expect(proxy?.host).to.equal(host);
      expect(proxy?.variable).to.equal(variable);
    });
  }

  for (const value of ["socks5://ci:s3cret@a:1", "http://ci:s3#cret@a:1", "http://", "://", "http://a:port"]) {
    it(`names the variable and not the value when that is ${value}`, () => {
      expect(() => find({ https_proxy: value })).to.throw(
        TypeError,
        /^https_proxy is not the address of an HTTP proxy$/,
      );
    });
  }
});

describe("the login of a proxy", () => {
  const logins: [written: string, sent: string][] = [
    ["user:pass", "user:pass"],
    ["us%40er:p%3A%25%23", "us@er:p:%#"],
    ["user:50%", "user:50%"],
    ["user:%ED%95%9C", "user:한"],
    ["token", "token:"],
    [":pass", ":pass"],
  ];
  for (const [written, sent] of logins) {
    it(`is sent as ${sent} when it is written as ${written}, and hidden in all forms`, () => {
      const proxy = find({ HTTPS_PROXY: `http://${written}@a:1` })!;
      const token = Buffer.from(sent).toString("base64");
      expect(proxyAuthorization(proxy)).to.deep.equal({ "proxy-authorization": `Basic ${token}` });
      const password = written.split(":")[1];
      const hidden = password === undefined ? [token] : [token, password, sent.slice(sent.indexOf(":") + 1)];
      expect(proxySecrets(proxy)).to.include.members(hidden);
      expect(proxy.host).to.equal("a:1");
    });
  }

  it("is absent where there is none", () => {
    const proxy = find({ HTTPS_PROXY: "http://a:1" })!;
    expect(proxyAuthorization(proxy)).to.deep.equal({});
    expect(proxySecrets(proxy)).to.deep.equal([]);
  });
});
