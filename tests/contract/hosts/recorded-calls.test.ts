// The client loads the table, and zod with it, at the first call: mocha would take zod's globals for a leak of a test.
import "../../../provider/services/sourcepipeline/api/operations.ts";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import { expect } from "chai";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { readFileSync } from "node:fs";
import { call } from "./support/plugin-client.ts";
import { startPlugin } from "./support/start-plugin.ts";

type Values = Readonly<Record<string, unknown>>;

/** A call as the engine logs it with PULUMI_DEBUG_GRPC, without what is of one process only. */
interface RecordedCall {
  readonly call: keyof typeof requests;
  readonly request: Values;
  readonly response: Values;
}

const requests = {
  check: provider.CheckRequest,
  diff: provider.DiffRequest,
  create: provider.CreateRequest,
  read: provider.ReadRequest,
  update: provider.UpdateRequest,
  delete: provider.DeleteRequest,
} as const;

const file = new URL("../../fixtures/engine-calls/one-pipeline.json", import.meta.url);

/** The message of recorded fields; what is an object there is a struct. */
function messageOf(name: RecordedCall["call"], fields: Values): object {
  const message = new requests[name]();
  const setters = message as unknown as Record<string, (value: unknown) => void>;
  for (const [field, value] of Object.entries(fields)) {
    const isStruct = typeof value === "object" && value !== null;
    setters[setterOf(field)]?.(
      isStruct ? struct.Struct.fromJavaScript(value as Record<string, struct.JavaScriptValue>) : value,
    );
  }
  return message;
}

const capital = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1);
const setterOf = (field: string): string => `set${capital(field)}`;

/** What a response says in the fields that hold values. */
function valuesIn(response: object): Values {
  const getters = response as Record<string, (() => unknown) | undefined>;
  const found = ["id", "properties", "inputs"].flatMap((field) => {
    const value = getters[`get${capital(field)}`]?.call(response);
    if (value === undefined || value === "") return [];
    return [[field, value instanceof struct.Struct ? value.toJavaScript() : value] as const];
  });
  const changed = getters["getDetaileddiffMap"]?.call(response) as { keys(): Iterable<string> } | undefined;
  const paths = changed === undefined ? [] : [...changed.keys()];
  return { ...Object.fromEntries(found), ...(paths.length > 0 && { paths }) };
}

const expectedOf = ({ id, properties, inputs, detailedDiff }: Values): Values =>
  JSON.parse(
    JSON.stringify({
      id,
      properties,
      inputs,
      ...(detailedDiff !== undefined && { paths: Object.keys(detailedDiff as object) }),
    }),
  ) as Values;

describe("calls that the engine made", () => {
  it("of a pipeline's life, with a secret in it, are answered as they were", async () => {
    await using plugin = await startPlugin();
    const text = readFileSync(file, "utf8").replaceAll("${endpoint}", plugin.emulator.url);
    const recorded = JSON.parse(text) as RecordedCall[];
    expect(new Set(recorded.map(({ call: name }) => name))).to.have.all.keys(Object.keys(requests));
    for (const { call: name, request, response } of recorded) {
      const answer = await call<object>(plugin.client, name, messageOf(name, request));
      expect(valuesIn(answer), name).to.deep.equal(expectedOf(response));
    }
  });
});
