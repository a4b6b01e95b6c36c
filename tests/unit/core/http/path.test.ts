import { expect } from "chai";
import * as fc from "fast-check";
import { operationNames, operations } from "../../../../provider/services/sourcepipeline/api/operations.ts";
import { expandPath, matchPath } from "../../../../provider/core/http/path.ts";

const branches = "/sourcecommit/repository/{repositoryName}/branch";
const scenarios = "/sourcedeploy/project/{projectId}/stage/{stageId}/scenario";

/** Anything that can be one segment of a path. */
const segment = fc
  .string({ unit: "binary", minLength: 1 })
  .filter((text) => text !== "." && text !== ".." && !/\p{Surrogate}/u.test(text));

describe("expandPath", () => {
  const encoded: [value: string | number, segment: string][] = [
    ["rep1", "rep1"],
    [2034, "2034"],
    ["a b", "a%20b"],
    ["a/b", "a%2Fb"],
    ["../project", "..%2Fproject"],
    ["a\\b", "a%5Cb"],
    ["a?b#c", "a%3Fb%23c"],
    ["50%", "50%25"],
    ["%2e%2e", "%252e%252e"],
    ["a+b&c=d", "a%2Bb%26c%3Dd"],
    ["저장소", "%EC%A0%80%EC%9E%A5%EC%86%8C"],
    ["🚀", "%F0%9F%9A%80"],
    ["...", "..."],
    ["\r\nx-header: 1", "%0D%0Ax-header%3A%201"],
  ];
  for (const [value, text] of encoded) {
    it(`encodes ${JSON.stringify(value)} as one segment`, () => {
      expect(expandPath(branches, { repositoryName: value })).to.equal(`/sourcecommit/repository/${text}/branch`);
    });
  }

  for (const value of ["", ".", "..", "\uD800", "a\uDC00b"]) {
    it(`refuses ${JSON.stringify(value)}, naming the parameter and what to give`, () => {
      expect(() => expandPath(branches, { repositoryName: value })).to.throw(
        TypeError,
        /^repositoryName: ".*" cannot be part of a path\. Give a name or an id\.$/,
      );
    });
  }

  it("refuses a parameter that is missing", () => {
    expect(() => expandPath(scenarios, { projectId: 1 })).to.throw(TypeError, /^stageId: /);
  });

  it("takes a value as it is, even one that looks like a parameter or a pattern of replacements", () => {
    const path = expandPath(scenarios, { projectId: "{stageId}", stageId: "$&" });
    expect(path).to.equal("/sourcedeploy/project/%7BstageId%7D/stage/%24%26/scenario");
  });

  it("gives a path that a URL keeps byte by byte, so that what is signed is what is sent", () => {
    fc.assert(
      fc.property(segment, (repositoryName) => {
        const path = expandPath(branches, { repositoryName });
        expect(new URL(`http://host${path}`).pathname).to.equal(path);
      }),
    );
  });
});

describe("matchPath", () => {
  for (const name of operationNames) {
    const { path: template } = operations[name];
    it(`is the inverse of expandPath: ${template}`, () => {
      const keys = [...template.matchAll(/\{(\w+)\}/g)].map(([, key]) => key!);
      fc.assert(
        fc.property(fc.record(Object.fromEntries(keys.map((key) => [key, segment]))), (parameters) => {
          expect(matchPath(template, expandPath(template, parameters))).to.deep.equal({ ...parameters });
        }),
      );
    });
  }

  it("finds exactly one operation for the path and method of each", () => {
    for (const name of operationNames) {
      const { method, path } = operations[name];
      const sample = path.replaceAll(/\{\w+\}/g, "12");
      const found = operationNames.filter(
        (other) => operations[other].method === method && matchPath(operations[other].path, sample) !== undefined,
      );
      expect(found, name).to.deep.equal([name]);
    }
  });

  const others = [
    "/project/12/",
    "/project//",
    "/project/",
    "/project",
    "project/12",
    "/Project/12",
    "/project/12/history",
    "/project/%",
    "/project/%E0%A4",
    "/project/%ff",
    "",
  ];
  for (const path of others) {
    it(`has no match for ${JSON.stringify(path)}`, () => {
      expect(matchPath("/project/{projectId}", path)).to.equal(undefined);
    });
  }

  it("never throws, whatever arrives", () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, text) => {
        matchPath(scenarios, path);
        matchPath(scenarios, text);
      }),
    );
  });
});
