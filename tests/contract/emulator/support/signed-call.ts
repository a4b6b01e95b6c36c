import { createHmac } from "node:crypto";
import { request, type IncomingHttpHeaders } from "node:http";

/** What came back. `body` is the JSON value, or the text where it is none. */
export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;

  body: unknown;
}

export interface Call {
  method: string;
  /** As it shall stand on the request line. */
  path: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

/** The headers of a signed request, made here and not by the code under test. */
export function signedHeaders(
  { method, path }: Pick<Call, "method" | "path">,
  keys: { accessKey: string; secretKey: string },
  timestamp: string,
  name = "x-ncp-apigw-signature-v2",
): Record<string, string> {
  const text = `${method} ${path}\n${timestamp}\n${keys.accessKey}`;
  return {
    "x-ncp-apigw-timestamp": timestamp,
    "x-ncp-iam-access-key": keys.accessKey,
    [name]: createHmac("sha256", keys.secretKey).update(text, "utf8").digest("base64"),
  };
}

/** Sends a request over a connection of its own, the path exactly as given. */
export function send(url: string, { method, path, body, headers }: Call): Promise<Reply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    // Node sends the body of a GET without its length unless a header says it.
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const outgoing = request(
      { hostname, port, method, path, headers: { ...length, ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parse(text) });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
