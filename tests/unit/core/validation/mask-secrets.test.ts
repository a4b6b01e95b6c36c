import { expect } from "chai";
import { secretMask } from "../../../../provider/core/validation/mask-secrets.ts";

const long = "x".repeat(90);

describe("a mask of secrets", () => {
  const cases: [inputs: object, paths: string[], message: string, masked: string][] = [
    [{ name: "a!b" }, ["name"], '"a!b" is not a valid name.', "[secret] is not a valid name."],
    [{ name: 'a"b' }, ["name"], '"a\\"b" is not a valid name.', "[secret] is not a valid name."],
    [{ name: long }, ["name"], `"${long.slice(0, 56)}... is not valid.`, "[secret] is not valid."],
    [{ tasks: [{ projectId: 7 }] }, ["tasks[0].projectId"], "No project with id 7.", "No project with id [secret]."],
    [{ tasks: [{ projectId: 7 }] }, ["tasks[0].projectId"], "tasks[7]: 77, 7.5", "tasks[7]: 77, 7.5"],
    [{ tasks: [{ name: "one" }] }, ["tasks"], "none: one -> two -> one.", "none: [secret] -> two -> [secret]."],
    [{ a: { b: ["x1", { c: "y1" }] } }, [""], 'x1 and "y1"', "[secret] and [secret]"],
    [{ name: "ab", other: "abc" }, ["name", "other"], '"abc" is not "ab"', "[secret] is not [secret]"],
    [{ name: "배포" }, ["name"], "배포하기, 배포.", "배포하기, [secret]."],
    [{ name: "a" }, [], '"a" is not valid.', '"a" is not valid.'],
    [{ name: "" }, ["name", "tasks[3].name"], "It is empty.", "It is empty."],
  ];
  for (const [inputs, paths, message, masked] of cases) {
    it(`makes ${masked} of ${message}`, () => {
      expect(secretMask(inputs, paths)(message)).to.equal(masked);
    });
  }
});
