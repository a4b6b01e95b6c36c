import type { Settings } from "../../settings.ts";
import type { DeployProject, Scenario, Stage, State } from "../../state/state.ts";
import { orUnset } from "../unset.ts";
import { scenarioConfigOf } from "./scenario-config.ts";
import { seedStage } from "./stage-response.ts";

/** Id and name alone: what lists, creates and edits return. */
export const identity = ({ id, name }: { readonly id: number; readonly name: string }) => ({ id, name });

/**
 * A scenario in full (reference sections 5.2 and 5.3). `type` is that of its stage; clients of the vendor insist on it, and
 * on `config.file.type` unless it is `KubernetesService`.
 */
export function scenarioResponse(
  project: DeployProject,
  stage: Stage,
  scenario: Scenario,
  state: State,
  settings: Settings,
) {
  return {
    project: identity(project),
    stage: identity(stage),
    ...identity(scenario),
    ...orUnset("description", scenario.description, "", settings),
    type: seedStage(stage).type,
    config: configResponse(scenario, state),
  };
}

/** The config with the names of what it numbers. */
function configResponse(scenario: Scenario, state: State): object {
  const { file, loadBalancer, ...config } = scenarioConfigOf(scenario, state);
  return {
    ...config,
    ...(file && { file: fileResponse(file, state) }),
    ...(loadBalancer && { loadBalancer: loadBalancerResponse(loadBalancer, state) }),
  };
}

type File = NonNullable<ReturnType<typeof scenarioConfigOf>["file"]>;

function fileResponse({ type, ObjectStorage, SourceBuild }: File, { buildProjects }: State): object {
  if (type === "ObjectStorage") return { type, ObjectStorage };
  if (type === "later") return { type };
  const name = SourceBuild?.name ?? buildProjects.get(SourceBuild?.id ?? 0)?.name ?? null;
  return { type, SourceBuild: { id: SourceBuild?.id ?? null, name } };
}

type LoadBalancer = NonNullable<ReturnType<typeof scenarioConfigOf>["loadBalancer"]>;

function loadBalancerResponse(loadBalancer: LoadBalancer, { environment }: State): object {
  const no = loadBalancer.loadBalancerTargetGroupNo;
  const groups = environment.autoScalingGroups.flatMap(({ targetGroups = [] }) => targetGroups);
  const loadBalancerTargetGroupName = groups.find((group) => group.no === no)?.name ?? `target-group-${no}`;
  return {
    loadBalancerTargetGroupNo: no,
    loadBalancerTargetGroupName,
    deleteServer: loadBalancer.deleteServer ?? false,
  };
}
