import { resourceType } from "../../../provider/hosts/dynamic/provider-text.ts";
import { readResource } from "../../../cli/pulumi/resource-state.ts";
import { managedPipelineOf, type StackPipeline } from "../../../cli/pulumi/stack-pipeline.ts";

/** A resource of a pipeline as the engine prints it. */
export const printedPipeline = (id: string | undefined, values: object, more: object = {}): object => ({
  urn: `urn:pulumi:dev::shop::${resourceType}::res-${id ?? "new"}`,
  type: resourceType,
  id,
  inputs: values,
  outputs: values,
  ...more,
});

/** A pipeline that a stack manages. */
export function stackPipeline(id: string, values: object): StackPipeline {
  const resource = readResource(printedPipeline(id, values));
  const pipeline = resource && managedPipelineOf(resource);
  if (!pipeline) throw new Error("This is no pipeline.");
  return pipeline;
}

export const location = { region: "KR", platform: "vpc", site: "public" } as const;
