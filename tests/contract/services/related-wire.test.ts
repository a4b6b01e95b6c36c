import { expect } from "chai";
import { apiRoot, expandPath, matchPath } from "../../../provider/core/http/path.ts";
import { readResponse } from "../../../provider/core/http/read-response.ts";
import { relatedServices } from "./related-fixtures.ts";
import { asJson } from "./wire-fixtures.ts";

describe("the wire of the related services, as the reference shows it", () => {
  for (const { name: service, operations, fixtures } of relatedServices) {
    describe(service, () => {
      it("has an exchange for every operation", () => {
        expect(new Set(fixtures.map(({ operation }) => operation))).to.have.keys(...Object.keys(operations));
      });

      for (const { name, operation, request, response, reads } of fixtures) {
        const row = operations[operation]!;

        it(`${name}: the table's request is ${request.method} ${request.path}`, () => {
          expect(row.method).to.equal(request.method);
          expect(apiRoot + expandPath(row.path, request.parameters ?? {})).to.equal(request.path);
          const texts = Object.entries(request.parameters ?? {}).map(([key, value]) => [key, String(value)]);
          expect(matchPath(row.path, request.path.slice(apiRoot.length))).to.deep.equal(Object.fromEntries(texts));
          const known = [...(row.paged ? ["pageNo", "pageSize"] : []), ...(row.search ? [row.search] : [])];
          for (const parameter of new URLSearchParams(request.query).keys()) expect(known).to.include(parameter);
        });

        it(`${name}: has a body exactly where the table has one, and the schema takes it as it is`, () => {
          expect(row.body !== undefined).to.equal("body" in request);
          expect(asJson(row.body?.parse(request.body))).to.deep.equal(asJson(request.body));
        });

        it(`${name}: the client reads the response`, () => {
          const text = JSON.stringify(response.body);
          const outcome = readResponse(row, { status: response.status, headers: {}, text, signedAt: 0 });
          expect("result" in outcome ? asJson(outcome.result) : outcome.failure).to.deep.equal(reads);
        });
      }

      for (const [operation, { items, result }] of Object.entries(operations)) {
        if (items === undefined) continue;
        it(`${operation}: a response without ${items} is no empty list`, () => {
          expect(result.safeParse({}).success).to.be.false;
          expect((result.parse({ [items]: null }) as Record<string, unknown>)[items]).to.deep.equal([]);
        });
      }
    });
  }
});
