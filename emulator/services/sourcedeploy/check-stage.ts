import type { StageType } from "../../../provider/services/sourcedeploy/api/limits.ts";
import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import type { Settings } from "../../settings.ts";
import type { Environment } from "../../state/environment.ts";
import type { StageConfig } from "../../state/state.ts";

/** Refuses a target that is not named, and one that does not exist where the setting `unknownResources` says so. */
export function checkStageTarget(type: StageType, config: StageConfig | undefined, { state, settings }: Service): void {
  const keys = keysOf(type, settings);
  const given = (config ?? {}) as Readonly<Record<string, unknown>>;
  const isNamed = keys.some((key) => given[key] !== undefined && given[key] !== null);
  if (!isNamed) throw new ServiceFailure("deployInvalid", `config.${keys.join(" or config.")}: it is missing.`);
  if (settings.unknownResources === "accepted" || isKnown[type](config ?? {}, state.environment)) return;
  throw new ServiceFailure("deployInvalid", `config.${keys.join(" or config.")}: there is no such thing.`);
}

/** What names the target; of a cluster it is not certain. */
function keysOf(type: StageType, { clusterKey }: Settings): readonly string[] {
  if (type !== "KubernetesService") return [targetKeys[type]];
  return clusterKey === "both" ? ["clusterNo", "clusterUuid"] : [clusterKey];
}

const targetKeys = {
  Server: "serverNo",
  AutoScalingGroup: "autoScalingGroupNo",
  ObjectStorage: "bucketName",
} as const;

const isKnown: Readonly<Record<StageType, (config: StageConfig, environment: Environment) => boolean>> = {
  Server: ({ serverNo }, { servers }) => (serverNo ?? []).every((wanted) => servers.some(({ no }) => no === wanted)),
  AutoScalingGroup: ({ autoScalingGroupNo }, { autoScalingGroups }) =>
    autoScalingGroups.some(({ no }) => no === autoScalingGroupNo),
  KubernetesService: ({ clusterNo, clusterUuid }, { clusters }) =>
    clusters.some(({ no, uuid }) => no === clusterNo || uuid === clusterUuid),
  ObjectStorage: ({ bucketName }, { buckets }) => buckets.some(({ name }) => name === bucketName),
};
