import { expect } from "chai";
import { readError, readResult } from "../../../provider/core/http/response-body.ts";
import { gatewayErrors } from "../../../provider/core/http/error-codes.ts";
import type { Operation } from "../../../provider/core/http/operation.ts";
import { operationNames, operations } from "../../../provider/services/sourcepipeline/api/operations.ts";
import { apiRoot, expandPath, matchPath } from "../../../provider/core/http/path.ts";
import { asJson, wireFixtures } from "./wire-fixtures.ts";

const rows: Readonly<Record<string, Operation>> = operations;
const successes = wireFixtures.filter(({ name }) => !name.startsWith("error."));
const errors = wireFixtures.filter(({ name }) => name.startsWith("error."));

describe("the wire, as the reference shows it", () => {
  it("has an exchange for every operation", () => {
    expect(new Set(successes.map(({ operation }) => operation))).to.have.keys(...operationNames);
  });

  describe("requests", () => {
    for (const { name, operation, request } of wireFixtures) {
      const row = rows[operation]!;

      it(`${name}: ${operation} is ${request.method} ${request.path}`, () => {
        expect(row.method).to.equal(request.method);
        expect(apiRoot + expandPath(row.path, request.parameters ?? {})).to.equal(request.path);
        const texts = Object.entries(request.parameters ?? {}).map(([key, value]) => [key, String(value)]);
        expect(matchPath(row.path, request.path.slice(apiRoot.length))).to.deep.equal(Object.fromEntries(texts));
      });

      it(`${name}: has a body exactly where the table has one, and the schema takes it as it is`, () => {
        expect(row.body !== undefined).to.equal("body" in request);
        expect(asJson(row.body?.parse(request.body))).to.deep.equal(asJson(request.body));
      });

      it(`${name}: asks only for what the table names`, () => {
        const known = [...(row.paged ? ["pageNo", "pageSize"] : []), ...(row.search ? [row.search] : [])];
        for (const parameter of new URLSearchParams(request.query).keys()) expect(known).to.include(parameter);
      });
    }
  });

  describe("responses", () => {
    for (const { name, operation, response, reads } of successes.filter(({ response }) => !response.unwrapped)) {
      it(`${name}: ${reads === null ? "is no result" : "reads"}`, () => {
        const read = rows[operation]!.result.safeParse(readResult(response.body));
        expect(asJson(read.data)).to.deep.equal(reads);
      });
    }

    for (const { name, operation, response, reads } of successes.filter(({ response }) => response.unwrapped)) {
      it(`${name}: the body itself is the payload`, () => {
        expect(asJson(rows[operation]!.result.parse(response.body))).to.deep.equal(reads);
      });
    }

    for (const { operation, items } of operationNames.map((name) => ({ operation: name, items: rows[name]!.items }))) {
      if (items === undefined) continue;
      it(`${operation}: a response without ${items} is no empty list`, () => {
        expect(rows[operation]!.result.safeParse({}).success).to.be.false;
        expect(rows[operation]!.result.parse({ [items]: null })).to.deep.equal({ [items]: [] });
      });
    }

    it("getProject: a pipeline without tasks in the response is none that lost its tasks", () => {
      expect(operations.getProject.result.safeParse({ id: 2034, name: "pipeline1" }).success).to.be.false;
    });
  });

  describe("errors", () => {
    for (const { name, response, reads } of errors) {
      it(`${name}: ${reads === null ? "has no error object" : "reads"}`, () => {
        expect(readError(response.body) ?? null).to.deep.equal(reads);
      });
    }

    for (const [name, { status, code, message }] of Object.entries(gatewayErrors)) {
      it(`the table's row ${name} stands in the reference`, () => {
        const found = errors.filter(({ response, reads }) => {
          const error = reads as { code: string; message: string } | null;
          return response.status === status && error?.code === code && error.message === message;
        });
        expect(found).to.not.be.empty;
      });
    }

    it("no success is read as an error", () => {
      for (const { name, response } of successes) expect(readError(response.body), name).to.equal(undefined);
    });
  });
});
