import { expect } from "chai";
import { operations } from "../../../../provider/services/sourcepipeline/api/operations.ts";
import { buildRequest, parseEndpoint } from "../../../../provider/core/http/build-request.ts";

const endpoint = new URL("http://127.0.0.1:4600");

describe("buildRequest", () => {
  it("fills the path and encodes each value as one segment", () => {
    const { url } = buildRequest(endpoint, operations.getBranches, { repositoryName: "a/b c?한" });
    expect(url).to.equal("http://127.0.0.1:4600/api/v1/sourcecommit/repository/a%2Fb%20c%3F%ED%95%9C/branch");
  });

  it("keeps the path of the endpoint, with or without a slash at its end", () => {
    for (const base of ["http://host/vpcsourcepipeline", "http://host/vpcsourcepipeline/"]) {
      const { url } = buildRequest(new URL(base), operations.getProject, { projectId: 12 });
      expect(url).to.equal("http://host/vpcsourcepipeline/api/v1/project/12");
    }
  });

  it("names the search parameter as the operation does", () => {
    const search = "a&b";
    expect(buildRequest(endpoint, operations.getProjects, { search }).url).to.match(/\/project\?projectName=a%26b$/);
    expect(buildRequest(endpoint, operations.getRepositories, { search }).url).to.match(/\?searchWord=a%26b$/);
  });

  it("writes the page, and no query where there is nothing to ask", () => {
    const paged = buildRequest(endpoint, operations.getProjects, { pageNo: 2, pageSize: 50, search: "x" });
    expect(paged.url).to.match(/\/project\?pageNo=2&pageSize=50&projectName=x$/);
    expect(buildRequest(endpoint, operations.getProjects, {}).url).to.match(/\/project$/);
  });

  it("sends no parameter that the operation does not have", () => {
    const { url } = buildRequest(endpoint, operations.getTimeZones, { pageNo: 1, pageSize: 2, search: "x" });
    expect(url).to.match(/\/trigger\/timezone$/);
  });

  it("has a body where the operation has one, and only there", () => {
    const body = { description: "한 \u{1F680}", tasks: [] };
    expect(buildRequest(endpoint, operations.changeProject, { projectId: 1, body }).body).to.equal(
      JSON.stringify(body),
    );
    expect(buildRequest(endpoint, operations.startProject, { projectId: 1, body })).not.to.have.property("body");
  });

  it("refuses a request whose body was given flat", () => {
    const flat = { name: "shop", tasks: [] };
    expect(() => buildRequest(endpoint, operations.createProject, flat)).to.throw(TypeError, '"body" is missing');
  });

  for (const value of ["", ".", "..", undefined]) {
    it(`refuses ${value === undefined ? "nothing" : JSON.stringify(value)} as a part of the path`, () => {
      expect(() => buildRequest(endpoint, operations.getProject, { projectId: value })).to.throw(
        TypeError,
        "projectId",
      );
    });
  }
});

describe("parseEndpoint", () => {
  for (const [given, problem] of [
    ["", "not an http(s) URL"],
    ["vpcsourcepipeline.apigw.ntruss.com", "not an http(s) URL"],
    ["ftp://host", "not an http(s) URL"],
    ["https://name:pass@host", "user name or a password"],
    ["https://host/?x=1", "query or a fragment"],
    ["https://host/#x", "query or a fragment"],
  ] as const) {
    it(`refuses ${JSON.stringify(given)}: ${problem}`, () => {
      expect(() => parseEndpoint(given)).to.throw(TypeError, problem);
    });
  }
});
