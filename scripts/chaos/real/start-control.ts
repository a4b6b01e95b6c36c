import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Makers } from "../engine/command.ts";
import type { MadeSpec } from "../programs/program.ts";

/** Where programs have made what their pipelines name: `POST /make` and `POST /unmake`. */
export interface Control extends AsyncDisposable {
  readonly url: string;
}

export async function startControl(makers: Makers): Promise<Control> {
  const actions: Readonly<Record<string, (spec: MadeSpec) => object>> = {
    "/make": (spec) => ({ id: makers.make(spec) }),
    "/unmake": (spec) => {
      makers.unmake(spec);
      return {};
    },
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const action = actions[request.url ?? ""];
      response.statusCode = action === undefined ? 404 : 200;
      response.end(JSON.stringify(action?.(JSON.parse(body) as MadeSpec) ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
