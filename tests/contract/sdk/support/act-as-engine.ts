import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";

const require = createRequire(import.meta.url);
const { getStore } = require("@pulumi/pulumi/runtime/state.js") as {
  getStore: () => { settings: { options: { monitorAddr?: string } } };
};

/**
 * A run of a program as under an engine, for functions: they ask the service, and resources come back as they were
 * declared. Under a user's `setMocks` functions would ask the mocks instead.
 */
export async function actAsEngine({ isPreview = false } = {}): Promise<void> {
  const mocks: pulumi.runtime.Mocks = {
    call: () => ({}),
    newResource: ({ name, inputs }) => {
      registered.set(name, inputs as Record<string, unknown>);
      return { id: `${name}-id`, state: inputs as object };
    },
  };
  await pulumi.runtime.setMocks(mocks, "project", "stack", isPreview);
  getStore().settings.options.monitorAddr = "127.0.0.1:9";
}

/** The inputs of the resources, by name, as the last engine got them. */
export const registered = new Map<string, Record<string, unknown>>();

/** What the check of a resource refuses it with, in an update; empty where nothing is wrong. */
export async function refusalOf(resource: pulumi.Resource): Promise<string> {
  const urn = await (resource.urn as unknown as { promise: () => Promise<string> }).promise();
  const { refusal = "" } = (registered.get(urn.split("::").at(-1) ?? "")?.["__context"] ?? {}) as { refusal?: string };
  return refusal;
}
