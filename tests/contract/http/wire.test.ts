import { expect } from "chai";
import { operations } from "../../../provider/services/sourcepipeline/api/operations.ts";
import type { Operation } from "../../../provider/core/http/operation.ts";
import type { FlatRequest } from "../../../provider/core/http/build-request.ts";
import type { CallOptions } from "../../../provider/core/http/index.ts";
import { wireFixtures, type WireFixture } from "../services/wire-fixtures.ts";
import { respond, startLoopbackServer, type LoopbackServer } from "./loopback-server.ts";
import { failureOf, testClient } from "./test-client.ts";

/** An exchange of the reference as a program would ask for it: page and search word by their names in this package. */
function requestOf({ operation, request }: WireFixture): FlatRequest {
  const { search }: Operation = operations[operation];
  const query = Object.fromEntries(new URLSearchParams(request.query));
  return {
    ...request.parameters,
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(query["pageNo"] === undefined ? {} : { pageNo: Number(query["pageNo"]), pageSize: Number(query["pageSize"]) }),
    ...(search === undefined || query[search] === undefined ? {} : { search: query[search] }),
  };
}

describe("the client over a connection, against the reference", () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startLoopbackServer();
  });
  afterEach(() => server.close());

  for (const fixture of wireFixtures) {
    const { name, operation, request, response } = fixture;
    const isFailure = name.startsWith("error.") || name.endsWith(".failed");

    it(`${name}: sends ${request.method} ${request.path} and ${isFailure ? "fails with its status" : "succeeds"}`, async () => {
      server.reply(respond(response.status, response.text ?? response.body ?? ""));
      const { client } = testClient(server.endpoint);
      const call = client[operation] as (given: FlatRequest, options?: CallOptions) => Promise<unknown>;
      if (isFailure)
        expect(await failureOf(call(requestOf(fixture)))).to.include({ operation, status: response.status });
      else await call(requestOf(fixture));

      const [seen] = server.seen;
      expect(seen?.method).to.equal(request.method);
      expect(seen?.url).to.equal(request.path + (request.query === undefined ? "" : `?${request.query}`));
      expect(seen?.body).to.equal(request.body === undefined ? "" : JSON.stringify(request.body));
    });
  }

  it("covers all operations", () => {
    expect(new Set(wireFixtures.map(({ operation }) => operation))).to.have.keys(Object.keys(operations));
  });
});
