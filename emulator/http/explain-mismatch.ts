import { sign, stringToSign } from "../../provider/core/http/signature.ts";

/** What the emulator saw of a request whose signature is wrong. */
export interface Mismatch {
  readonly method: string;
  /** Path and query as received. */
  readonly target: string;
  readonly timestamp: string;
  readonly accessKey: string;
}

/** Why a signature may be wrong. */
export interface Explanation {
  readonly reason: string;
  /** The first byte of the right text in which the client's differs, counted from 0; only when its mistake was found. */
  readonly differsAt?: number;
}

/**
 * Says why a signature may be wrong: signs what clients sign by mistake, and when one of these gives the signature that
 * was received, names the mistake and the first byte that differs.
 */
export function explainMismatch(request: Mismatch, secretKey: string, received: string): Explanation {
  const right = stringToSign({ ...request, pathAndQuery: request.target });
  for (const { mistake, text } of usualMistakes(request, right)) {
    if (sign(text, secretKey) !== received) continue;
    const differsAt = firstDifference(text, right);
    return { reason: `${mistake} The text that was signed differs from stringToSign at byte ${differsAt}.`, differsAt };
  }
  return {
    reason:
      "The signature belongs to another text or another secret key. " +
      "Compare stringToSign with the text that the client signed, byte for byte, then the secret keys.",
  };
}

function usualMistakes(request: Mismatch, right: string): { mistake: string; text: string }[] {
  const { method, target, timestamp, accessKey } = request;
  const signedAs = (pathAndQuery: string): string => stringToSign({ ...request, pathAndQuery });
  const path = target.split("?", 1)[0] ?? target;
  return [
    { mistake: "The client signed the path without the query.", text: signedAs(path) },
    { mistake: "The client signed the path decoded, not as it was sent.", text: signedAs(decoded(target)) },
    { mistake: "The client signed the path without what stands before /api/v1.", text: signedAs(fromApiRoot(target)) },
    { mistake: "The client signed the path without /api/v1.", text: signedAs(belowApiRoot(target)) },
    { mistake: "The client wrote the method in lowercase.", text: right.replace(method, method.toLowerCase()) },
    { mistake: "The client put a newline at the end.", text: `${right}\n` },
    { mistake: "The client ended lines with CR and LF.", text: right.replaceAll("\n", "\r\n") },
    { mistake: "The client left out the access key.", text: `${method} ${target}\n${timestamp}` },
    {
      mistake: "The client put the access key before the timestamp.",
      text: `${method} ${target}\n${accessKey}\n${timestamp}`,
    },
    { mistake: "The client signed the time in seconds.", text: right.replace(timestamp, timestamp.slice(0, -3)) },
  ].filter(({ text }) => text !== right);
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

const fromApiRoot = (target: string): string => target.slice(Math.max(target.indexOf("/api/v1"), 0));

const belowApiRoot = (target: string): string => fromApiRoot(target).replace(/^\/api\/v1/, "");

/** Index of the first byte in which two texts differ, counted from 0. */
export function firstDifference(text: string, other: string): number {
  const [left, right] = [Buffer.from(text), Buffer.from(other)];
  const shorter = Math.min(left.length, right.length);
  const index = left.subarray(0, shorter).findIndex((byte, position) => byte !== right[position]);
  return index === -1 ? shorter : index;
}
