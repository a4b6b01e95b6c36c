import type { StageType } from "../../../provider/services/sourcedeploy/api/limits.ts";
import type { Settings } from "../../settings.ts";
import type { Environment } from "../../state/environment.ts";
import type { Stage } from "../../state/state.ts";
import { clusterOf, targetsOf, type TypedStage } from "./stage-targets.ts";

/** A stage as it is; what a seed does not say is guessed from its scenarios, as far as it matters. */
export function seedStage(stage: Stage): TypedStage {
  const { type, config, scenarios } = stage;
  if (type !== undefined) return { ...stage, type, config: config ?? {} };
  const isCluster = scenarios.some(({ source }) => source.type === "KubernetesService");
  return isCluster
    ? { ...stage, type: "KubernetesService", config: { clusterNo: 1001 } }
    : { ...stage, type: "Server", config: { serverNo: [1001] } };
}

/** `type` and `config` of a stage, with the names of what it numbers (reference section 5.1). */
export function stageResponse(stage: Stage, environment: Environment, settings: Settings) {
  const typed = seedStage(stage);
  return { type: typed.type, config: configs[typed.type](typed, environment, settings) };
}

type Write = (stage: TypedStage, environment: Environment, settings: Settings) => object;

const configs: Readonly<Record<StageType, Write>> = {
  Server: (stage, environment) => {
    const targets = targetsOf(stage, environment);
    // As long as each other: the vendor's provider crashes otherwise.
    return { serverNo: targets.map(({ no }) => no), serverName: targets.map(({ name }) => name) };
  },
  AutoScalingGroup: (stage, environment) => {
    const [group] = targetsOf(stage, environment);
    return { autoScalingGroupNo: group?.no, autoScalingGroupName: group?.name };
  },
  KubernetesService: ({ config }, environment, { clusterKey }) => {
    const { no, uuid, name } = clusterOf(config, environment);
    const keys = {
      both: { clusterNo: no, clusterUuid: uuid },
      clusterNo: { clusterNo: no },
      clusterUuid: { clusterUuid: uuid },
    };
    return { ...keys[clusterKey], clusterName: name };
  },
  ObjectStorage: ({ config }) => ({ bucketName: config.bucketName }),
};
