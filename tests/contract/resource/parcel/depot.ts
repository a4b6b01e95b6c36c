import * as z from "zod";
import {
  type Client,
  type ClientOptions,
  createClient,
  createListReader,
  type ListReader,
  type OperationTable,
  type Service,
} from "../../../../provider/core/http/index.ts";

/*
 * A service that shares nothing with SourcePipeline but the gateway: a write is acknowledged with a bare true, and nothing can
 * be changed. Parcels go by their names, or by numbers that no response to a write tells.
 */

const name = z.string();
/** Some depots number their parcels. */
const id = z.number().optional();

const operations = {
  listParcels: {
    summary: "list parcels",
    method: "GET",
    path: "/parcel",
    paged: true,
    result: z.object({ parcels: z.array(z.object({ id, name })) }),
    items: "parcels",
    page: "depot-parcellist",
  },
  getParcel: {
    summary: "get a parcel",
    method: "GET",
    path: "/parcel/{parcelKey}",
    result: z.object({ id, name, label: z.string(), barcode: z.string() }),
    page: "depot-parcelget",
  },
  sendParcel: {
    summary: "send a parcel",
    method: "POST",
    path: "/parcel",
    body: z.strictObject({ name, label: z.string() }),
    result: z.literal(true),
    page: "depot-parcelsend",
  },
  discardParcel: {
    summary: "discard a parcel",
    method: "DELETE",
    path: "/parcel/{parcelKey}",
    result: z.literal(true),
    page: "depot-parceldiscard",
  },
} as const satisfies OperationTable;
type Operations = typeof operations;

/** A parcel as the depot returns it. */
export type Parcel = ReturnType<Operations["getParcel"]["result"]["parse"]>;

/** What the depot says, in its own codes. */
export const refusals = {
  missing: refusal(990404, "no such parcel"),
  nameTaken: refusal(990405, "there is a parcel of this name"),
  limit: refusal(990409, "Shelves full."),
};

function refusal(errorCode: number, message: string) {
  return { status: 400, body: { error: { errorCode, message, details: "" } } };
}

const depot: Service<Operations> = {
  operationNames: ["listParcels", "getParcel", "sendParcel", "discardParcel"],
  loadOperations: async () => operations,
  hints: {
    service: "SourceDepot",
    endpoint: "https://depot.example.com",
    policies: "NCP_DEPOT_KEEPER",
    conflicts: {},
    plainConflict: "990409",
  },
};

export const createDepotClient = (options: ClientOptions): Client<Operations> => createClient(depot, options);

export const openParcels = (client: Client<Operations>): ListReader<Pick<Parcel, "id" | "name">> =>
  createListReader(depot, client, "listParcels", {});
