import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gatewayErrors } from "../../../../provider/core/http/error-codes.ts";
import { headerNames } from "../../../../provider/core/http/signature.ts";
import type { Call, Fault, ServerUnderTest } from "../under-test/type-under-test.ts";
import { type Parcel, refusals } from "./depot.ts";
import { createShelf, keyOf, type Shelf } from "./shelf.ts";

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const done = (value: unknown): Reply => ({ status: 200, body: { result: value } });

/** What the depot does, by method and by whether the path names a parcel. */
const handlers: Readonly<Record<string, { call: Call; handle: (shelf: Shelf, request: DepotRequest) => Reply }>> = {
  "GET all": {
    call: "list",
    handle: (shelf, { page }) => done({ parcels: page(shelf.shown()).map(({ id, name }) => ({ id, name })) }),
  },
  "GET one": {
    call: "get",
    handle: (shelf, { key }) => {
      const parcel = shelf.shown().find((shown) => keyOf(shown) === key);
      return parcel === undefined ? refusals.missing : done(parcel);
    },
  },
  "POST all": {
    call: "create",
    handle: (shelf, { body, region, mayBeTwin }) => {
      if (!mayBeTwin && shelf.isTaken(body.name)) return refusals.nameTaken;
      shelf.make(body.name, body.label, region);
      return done(true);
    },
  },
  "DELETE one": {
    call: "delete",
    handle: (shelf, { key }) => {
      if (!shelf.parcels().some((parcel) => keyOf(parcel) === key)) return refusals.missing;
      shelf.remove(key);
      return done(true);
    },
  },
};

interface DepotRequest {
  readonly key: string;
  readonly region: string;
  readonly body: { readonly name: string; readonly label: string };
  readonly mayBeTwin: boolean;
  readonly page: (parcels: readonly Parcel[]) => readonly Parcel[];
}

/**
 * A depot on loopback, which misbehaves as it is told.
 *
 * @param isNumbered whether parcels go by numbers, and not by their names
 */
export async function startDepotServer(isNumbered: boolean, now: () => number): Promise<ServerUnderTest> {
  const shelf = createShelf(isNumbered, now);
  let faults: (Fault & { fired: number })[] = [];
  let calls: Call[] = [];
  let onRequest = (): void => undefined;
  const settings = { allowsTwins: false, refusesInsideSuccess: false, longestList: Infinity };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    onRequest();
    const { call, ...asked } = readRequest(request, text, settings.longestList);
    calls.push(call);
    const fault = faults.find(({ on = call, times = Infinity, fired }) => on === call && fired < times);
    if (fault !== undefined) fault.fired += 1;
    if (fault !== undefined && fault.when !== "after") {
      misbehave(response, fault);
      return;
    }
    const reply = asked.handle(shelf, { ...asked, mayBeTwin: settings.allowsTwins });
    if (fault !== undefined) {
      misbehave(response, fault);
      return;
    }
    const status = settings.refusesInsideSuccess ? 200 : reply.status;
    response.writeHead(status).end(JSON.stringify(reply.body));
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    onRequest: (action) => void (onRequest = action),
    fault: (fault) => void faults.push({ ...fault, fired: 0 }),
    healed: () => void (faults = []),
    faultsFired: () => faults.reduce((sum, { fired }) => sum + fired, 0),
    showLate: shelf.showLate,
    allowTwins: () => void (settings.allowsTwins = isNumbered),
    refuseInsideSuccess: () => void (settings.refusesInsideSuccess = true),
    endListsAfter: (entries) => void (settings.longestList = entries),
    resources: () =>
      shelf.parcels().map((parcel) => {
        const { name, label: text, barcode: labels, region } = parcel;
        return { id: keyOf(parcel), name, text, labels, region };
      }),
    make: (name, text) => shelf.make(name, text, "KR"),
    edit: (id, change) => shelf.put(shelf.inside(id), change),
    remove: shelf.remove,
    copy: (from, id, change = {}) => shelf.put(from.inside(id) as ReturnType<Shelf["inside"]>, change),
    inside: shelf.inside,
    calls: () => {
      const seen = calls;
      calls = [];
      return seen;
    },
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function readRequest({ method = "", url = "", headers }: IncomingMessage, text: string, longest: number) {
  const { pathname, searchParams } = new URL(url, "http://depot");
  const key = decodeURIComponent(pathname.replace(/^\/api\/v1\/parcel\/?/, ""));
  const handler = handlers[`${method} ${key === "" ? "all" : "one"}`];
  if (handler === undefined) throw new RangeError(`The depot has no ${method} ${url}.`);
  const [number, size] = [Number(searchParams.get("pageNo") ?? 1), Number(searchParams.get("pageSize") ?? longest)];
  return {
    ...handler,
    key,
    region: String(headers[headerNames.region]),
    body: (text === "" ? {} : JSON.parse(text)) as DepotRequest["body"],
    page: (parcels: readonly Parcel[]) =>
      size === Infinity ? parcels : parcels.slice((number - 1) * size, number * size),
  };
}

function misbehave(response: ServerResponse, { kind = "respond", status = 200, body }: Fault): void {
  if (kind === "hang") return;
  if (kind === "reset") return void response.socket?.destroy();
  const content = body ?? { error: { errorCode: codes.get(status) ?? "", message: "As the test wants it." } };
  const text = typeof content === "string" ? content : JSON.stringify(content);
  if (kind === "respond") return void response.writeHead(status).end(text);
  response.writeHead(status, { "content-length": text.length + 100 });
  response.write(text, () => response.socket?.destroy());
}

/** The gateway's first code of each status. */
const codes = new Map(
  Object.values(gatewayErrors)
    .map(({ status, code }) => [status as number, code] as const)
    .reverse(),
);

async function textOf(request: IncomingMessage): Promise<string> {
  request.setEncoding("utf8");
  let text = "";
  for await (const part of request) text += part as string;
  return text;
}
