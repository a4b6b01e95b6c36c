import { validateHeaderValue } from "node:http";
import * as z from "zod";
import { emulatedOperationNames } from "../services/operation-names.ts";
import { between, listOf, positive, stringThat, whole } from "../shapes/values.ts";
import { faultKinds, faultMoments } from "./fault-rule.ts";

/** What Node refuses to write would end the connection without a response. */
const headerValue = stringThat("a string that can stand in a header", (value) => {
  try {
    validateHeaderValue("x", value);
    return true;
  } catch {
    return false;
  }
});

const headers = z.record(z.string(), headerValue).superRefine((given, context) => {
  for (const name of Object.keys(given)) {
    if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) continue;
    context.addIssue({ code: "custom", message: `${JSON.stringify(name)} cannot be the name of a header` });
  }
});

const faultRule = z.strictObject({
  operation: z.enum(["*", ...emulatedOperationNames]),
  when: z.enum(faultMoments).default("before"),
  kind: z.enum(faultKinds).default("respond"),
  times: positive.optional(),
  probability: between(0, 1).optional(),
  status: between(200, 599).int().optional(),
  body: z.unknown().optional(),
  // In the spelling in which the emulator writes its own, so that none is sent twice.
  headers: headers.transform(withLowercaseNames).optional(),
  // Milliseconds that a timer of the machine can wait: up to about 25 days.
  delayMs: between(0, 2 ** 31 - 1).optional(),
});

/** The body of `POST /_emulator/faults`. */
export const faultsBody = z.strictObject({ rules: listOf(faultRule), seed: whole.optional() });

function withLowercaseNames(given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
}
