import { inputsOf, stateOf } from "../../provider/core/resource/state.ts";
import { providerText } from "../../provider/hosts/dynamic/provider-text.ts";
import { type HostName, hostTypes } from "../../provider/hosts/shared/resource-types.ts";
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

/** What a resource has beside its properties: without the text the engine could not find a dynamic one's provider. */
const ownOf: Readonly<Record<HostName, object>> = { dynamic: { __provider: providerText }, plugin: {} };

/**
 * The file with which the engine takes pipelines into a stack as they are. With inputs and outputs, so that what the
 * program leaves out, such as the branch of a task that follows its project, is no change.
 */
export function importFile(
  pipelines: readonly ExportedPipeline[],
  { location, accessKeyFingerprint: account, endpoint }: Account,
  host: HostName,
): ImportFile {
  const type = hostTypes[host].resources.Pipeline;
  const own = ownOf[host];
  return {
    resources: pipelines.map(({ resource, project, inputs }) => {
      const checked = inputsOf(pipelineType, { ...inputs, ...location });
      return {
        type,
        name: resource,
        id: String(project.id),
        inputs: { ...checked, ...own },
        outputs: {
          ...stateOf(pipelineType, checked, inOrderOf(inputs, project), { account, endpoint }),
          ...own,
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
