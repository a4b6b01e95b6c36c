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
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs as object }),
  };
  await pulumi.runtime.setMocks(mocks, "project", "stack", isPreview);
  getStore().settings.options.monitorAddr = "127.0.0.1:9";
}
