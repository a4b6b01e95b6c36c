import { expect } from "chai";
import { inspect } from "node:util";
import {
  respond,
  breakOff,
  errorResponse,
  hangUp,
  startLoopbackServer,
  type LoopbackServer,
  type Reply,
} from "./loopback-server.ts";
import { accessKey, failureOf, secretKey, testClient } from "./test-client.ts";

describe("client: secrets", () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startLoopbackServer();
  });
  afterEach(() => server.close());

  /** A gateway that repeats all that it was sent. */
  const echo: Reply = (request, response) => {
    const text = `${JSON.stringify(request.headers)} ${secretKey}`;
    errorResponse(503, text, text, { "x-request-id": `for ${accessKey}` })(request, response);
  };

  const cases: [what: string, reply: Reply][] = [
    ["a response that repeats the headers", echo],
    ["a page that repeats the key", respond(500, `<html><title>${accessKey}</title></html>`)],
    ["a string that repeats the key", respond(400, `unknown key ${accessKey} ${secretKey}`)],
    ["a refused key", errorResponse(401, "200", "Authentication Failed")],
    ["a connection that is closed", hangUp],
    ["a response that breaks off", breakOff],
  ];
  for (const [what, reply] of cases) {
    it(`none after ${what}`, async () => {
      server.reply(reply);
      const { client, log } = testClient(server.endpoint);
      const error = await failureOf(client.getProjects({}));
      const shown = [inspect(error, { showHidden: true, depth: 9 }), JSON.stringify(error), error.message, ...log].join(
        "\n",
      );
      const signatures = server.seen.map(({ headers }) => headers["x-ncp-apigw-signature-v2"]!);
      expect(signatures).not.to.be.empty;
      for (const secret of [accessKey, secretKey, ...signatures]) expect(shown).not.to.include(secret);
      expect(error.stack).to.equal("");
    });
  }
});
