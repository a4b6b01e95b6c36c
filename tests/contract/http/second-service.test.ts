import { expect } from "chai";
import * as z from "zod";
import {
  createClient,
  createListReader,
  type Client,
  type OperationTable,
  type Service,
} from "../../../provider/core/http/index.ts";
import { respond, errorResponse, result, startLoopbackServer, type LoopbackServer } from "./loopback-server.ts";
import { accessKey, failureOf, secretKey } from "./test-client.ts";

/** Another service than the package's: nothing of SourcePipeline may show in its requests, results and errors. */
const operations = {
  listParcels: {
    summary: "list the parcels of a depot",
    method: "GET",
    path: "/depot/{depotName}/parcel",
    paged: true,
    search: "label",
    result: z.object({ parcel: z.array(z.object({ number: z.string(), name: z.string() })) }),
    items: "parcel",
    page: "depot-parcellist",
  },
  discardParcel: {
    summary: "discard a parcel",
    method: "DELETE",
    path: "/depot/{depotName}/parcel/{parcelName}",
    body: z.strictObject({ force: z.boolean() }),
    result: z.literal(true),
    whenEmpty: true,
    page: "depot-parceldiscard",
  },
} as const satisfies OperationTable;
type Operations = typeof operations;

const hints: Service<Operations>["hints"] = {
  service: "SourceDepot",
  endpoint: "https://depot.example.com",
  policies: "NCP_DEPOT_KEEPER",
  conflicts: { discardParcel: { "990405": "Unseal the parcel first.", "990409": "Wait for the courier." } },
  plainConflict: "990409",
};

describe("the client of another service", () => {
  let server: LoopbackServer;
  let client: Client<Operations>;
  let service: Service<Operations>;
  let loads: number;

  beforeEach(async () => {
    server = await startLoopbackServer();
    loads = 0;
    service = {
      operationNames: ["listParcels", "discardParcel"],
      loadOperations: async () => (loads++, operations),
      hints,
    };
    client = createClient(service, {
      endpoint: `${server.endpoint}/depots`,
      region: "KR",
      accessKey,
      secretKey,
      wait: async () => undefined,
    });
  });
  afterEach(() => server.close());

  const parcel = { depotName: "north", parcelName: "a b", body: { force: true } };

  it("has a method for each row of the table, which it loads with the first call", async () => {
    expect(Object.keys(client)).to.deep.equal(["listParcels", "discardParcel"]);
    expect(loads).to.equal(0);
    server.reply(result(true));
    await client.discardParcel(parcel);
    expect(loads).to.equal(1);
  });

  it("sends what stands in the table, to the host that it is given", async () => {
    server.reply(result(true), result({ parcel: [] }));
    await client.discardParcel(parcel);
    await client.listParcels({ depotName: "north", search: "x", pageNo: 2, pageSize: 5 });
    expect(server.seen.map(({ method, url, body }) => `${method} ${url} ${body}`)).to.deep.equal([
      'DELETE /depots/api/v1/depot/north/parcel/a%20b {"force":true}',
      "GET /depots/api/v1/depot/north/parcel?pageNo=2&pageSize=5&label=x ",
    ]);
  });

  it("reads an acknowledgement that is a bare true, wrapped, unwrapped or by its status alone", async () => {
    for (const reply of [result(true), respond(200, "true"), respond(204, "")]) {
      server.reply(reply);
      const acknowledged: true = await client.discardParcel(parcel);
      expect(acknowledged).to.equal(true);
    }
  });

  it("takes SourcePipeline's acknowledgement for none of its own", async () => {
    server.reply(result({ result: true }));
    const { category, reason } = await failureOf(client.discardParcel(parcel));
    expect([category, reason]).to.deep.equal(["unexpectedResponse", "otherContent"]);
  });

  it("reads its lists page by page", async () => {
    const parcels = Array.from({ length: 15 }, (_, index) => ({ number: `N${index}`, name: `parcel-${index}` }));
    server.reply(result({ parcel: parcels.slice(0, 10) }), result({ parcel: parcels.slice(10) }));
    const list = createListReader(service, client, "listParcels", { depotName: "north" });
    expect(await list.readAll()).to.deep.equal(parcels);
    expect(server.seen.map(({ url }) => url)).to.deep.equal([
      "/depots/api/v1/depot/north/parcel",
      "/depots/api/v1/depot/north/parcel?pageNo=2&pageSize=10",
    ]);
  });

  it("has the hints of this service in its errors", async () => {
    const cases: [status: number, code: string, hint: string][] = [
      [400, "990405", "Unseal the parcel first."],
      [400, "990409", "Wait for the courier."],
      [409, "", "Wait for the courier."],
      [400, "340409", "for the reason that it gives above"],
      [401, "210", "Give the account of this access key a SourceDepot policy (NCP_DEPOT_KEEPER)"],
      [200, "", "the endpoint may not be the SourceDepot API"],
    ];
    for (const [status, code, hint] of cases) {
      server.reply(code === "" ? respond(status, '"sealed"') : errorResponse(status, code, "sealed"));
      const { message, operation } = await failureOf(client.discardParcel(parcel));
      expect(operation).to.equal("discardParcel");
      expect(message)
        .to.include(`Could not discard a parcel at ${new URL(server.endpoint).host}`)
        .and.include(hint);
      expect(message).not.to.match(/pipeline/i);
    }
  });

  it("gives an endpoint of this service as the example of one", async () => {
    const misled = createClient(service, { endpoint: "depot", region: "KR", accessKey, secretKey });
    const { message } = await failureOf(misled.discardParcel(parcel));
    expect(message)
      .to.include("such as https://depot.example.com.")
      .and.not.match(/pipeline/i);
  });

  it("names this service in the error of a list without an end", async () => {
    let parcels = 0;
    const endless: Pick<Client<Operations>, "listParcels"> = {
      listParcels: async () => ({ parcel: Array.from({ length: 10 }, () => ({ number: "", name: `${parcels++}` })) }),
    };
    const { message, operation } = await failureOf(
      createListReader(service, endless, "listParcels", { depotName: "north" }).readAll(),
    );
    expect(operation).to.equal("listParcels");
    expect(message).to.include("Could not list the parcels of a depot").and.include("the SourceDepot API");
  });
});
