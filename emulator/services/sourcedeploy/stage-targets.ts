import type { StageType } from "../../../provider/services/sourcedeploy/api/limits.ts";
import type { Environment } from "../../state/environment.ts";
import type { Stage, StageConfig } from "../../state/state.ts";

/** A stage of which it is known what it deploys to. */
export interface TypedStage extends Stage {
  readonly type: StageType;
  readonly config: StageConfig;
}

/** What a stage deploys to. */
interface Target {
  readonly no: number;
  readonly name: string;
}

/** What a stage deploys to, by number and name; what is not known any more has a name made of its number. */
export const targetsOf = ({ type, config }: Pick<TypedStage, "type" | "config">, environment: Environment): Target[] =>
  finders[type](config, environment);

const finders: Readonly<Record<StageType, (config: StageConfig, environment: Environment) => Target[]>> = {
  Server: ({ serverNo }, { servers }) => (serverNo ?? []).map((no) => named(servers, no, "server")),
  AutoScalingGroup: ({ autoScalingGroupNo }, { autoScalingGroups }) => [
    named(autoScalingGroups, autoScalingGroupNo ?? 0, "group"),
  ],
  KubernetesService: (config, environment) => {
    const { no, name } = clusterOf(config, environment);
    return [{ no, name }];
  },
  ObjectStorage: ({ bucketName }) => [{ no: 0, name: bucketName ?? "" }],
};

function named(things: readonly Target[], no: number, kind: string): Target {
  const found = things.find((thing) => thing.no === no);
  return { no, name: found?.name ?? `${kind}-${no}` };
}

/** The cluster that a config names, by its number or its UUID. */
export function clusterOf({ clusterNo, clusterUuid }: StageConfig, { clusters }: Environment) {
  const found = clusters.find(({ no, uuid }) => no === clusterNo || uuid === clusterUuid);
  if (found) return found;
  const no = clusterNo ?? 0;
  return { no, uuid: clusterUuid ?? `00000000-0000-4000-8000-${String(no).padStart(12, "0")}`, name: `cluster-${no}` };
}
