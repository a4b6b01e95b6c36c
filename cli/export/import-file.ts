import { inputsOf, stateOf } from "../../provider/core/resource/state.ts";
import { providerText, resourceType } from "../../provider/hosts/dynamic/provider-text.ts";
import type { ProjectResult } from "../../provider/services/sourcepipeline/api/schemas/pipeline-result.ts";
import { pipelineType } from "../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";
import type { PipelineInputs } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { Account } from "../account/connect-account.ts";
import type { ExportedPipeline } from "./read-account-pipelines.ts";

/** What `pulumi import --file` reads. */
export interface ImportFile {
  readonly resources: readonly ImportedResource[];
}

interface ImportedResource {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly inputs: object;
  readonly outputs: object;
}

/**
 * The file with which the engine takes pipelines into a stack as they are. Without inputs and outputs, both with the
 * provider's text, it could not find the provider of a dynamic resource.
 */
export function importFile(
  pipelines: readonly ExportedPipeline[],
  { location, accessKeyFingerprint: account, endpoint }: Account,
): ImportFile {
  return {
    resources: pipelines.map(({ resource, project, inputs }) => {
      const checked = inputsOf(pipelineType, { ...inputs, ...location });
      return {
        type: resourceType,
        name: resource,
        id: String(project.id),
        inputs: { ...checked, __provider: providerText },
        outputs: {
          ...stateOf(pipelineType, checked, inOrderOf(inputs, project), { account, endpoint }),
          __provider: providerText,
        },
      };
    }),
  };
}

/** The service's tasks in the order of the inputs, so that its own order does not show in what it adds. */
function inOrderOf({ tasks }: PipelineInputs, project: ProjectResult): ProjectResult {
  const position = new Map(tasks.map(({ name }, index) => [name, index]));
  const sorted = project.tasks.toSorted(
    (one, other) => (position.get(one.name) ?? 0) - (position.get(other.name) ?? 0),
  );
  return { ...project, tasks: sorted };
}
