import type { Settings } from "../../settings.ts";
import type { Deployment } from "../../state/executions.ts";
import type { DeployProject } from "../../state/state.ts";
import { identity } from "./scenario-response.ts";

/** A deployment in the list of its project (reference section 5.4); its id is a string there. */
export const listedDeployment = (project: DeployProject, deployment: Deployment, settings: Settings) => ({
  project: identity(project),
  stage: deployment.stage,
  scenario: deployment.scenario,
  id: String(deployment.id),
  startTime: inUnit(deployment.startTime, settings),
  status: deployment.status,
});

/** A deployment in full; its id is a number there. */
export const deploymentResponse = (project: DeployProject, deployment: Deployment, settings: Settings) => ({
  project: identity(project),
  stage: deployment.stage,
  scenario: deployment.scenario,
  id: deployment.id,
  status: deployment.status,
  executor: deployment.executor,
  startTime: inUnit(deployment.startTime, settings),
  ...(deployment.endTime === null
    ? runningEnds[settings.runningEnd]
    : { endTime: inUnit(deployment.endTime, settings) }),
  type: deployment.type,
  strategy: deployment.config.strategy ?? null,
  config: settings.historyConfig === "list" ? [configOf(deployment)] : configOf(deployment),
});

const runningEnds = { null: { endTime: null }, zero: { endTime: 0 }, absent: {} } as const;

const inUnit = (time: number, { timeUnit }: Settings): number => (timeUnit === "s" ? Math.floor(time / 1000) : time);

/** What was deployed, and how far it has come on each target. */
const configOf = ({ config, targets, status, startTime, endTime }: Deployment) => ({
  strategy: config.strategy ?? null,
  file: { type: config.file?.type ?? null, file: fileName(config) },
  targets: targets.map((server) => ({
    server,
    status,
    time: { pre: startTime, deploy: startTime, post: endTime },
    step: { pre: status, deploy: status, post: status },
  })),
});

function fileName({ file, manifest }: Deployment["config"]): string | null {
  if (manifest) return manifest.path.join(", ");
  if (file?.ObjectStorage) return `${file.ObjectStorage.bucket}/${file.ObjectStorage.object}`;
  return file?.SourceBuild ? String(file.SourceBuild.id) : null;
}
