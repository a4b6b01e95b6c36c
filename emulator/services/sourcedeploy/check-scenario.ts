import { strategies, type StageType } from "../../../provider/services/sourcedeploy/api/limits.ts";
import type { ScenarioConfig, ScenarioFile } from "../../../provider/services/sourcedeploy/api/requests.ts";
import { sentences, ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import type { State } from "../../state/state.ts";
import { canaryProblems } from "./check-canary.ts";

/** The parts of a config that a type of stage asks for, and those that it may have besides (reference section 5.3). */
interface Form {
  readonly required: readonly (keyof ScenarioConfig)[];
  readonly optional: readonly (keyof ScenarioConfig)[];
}

const forms: Readonly<Record<StageType, Form>> = {
  Server: { required: ["strategy", "file", "rollback"], optional: ["sequence", "cmd"] },
  AutoScalingGroup: { required: ["strategy", "file", "rollback"], optional: ["sequence", "cmd", "loadBalancer"] },
  KubernetesService: { required: ["strategy", "manifest"], optional: ["rollback", "canaryConfig"] },
  ObjectStorage: { required: ["file", "path"], optional: ["strategy", "rollback"] },
};

/**
 * Refuses a config that does not fit its stage. Wrong shapes have a code of their own, which was recorded; what does not
 * exist is an invalid request.
 *
 * @param before what the scenario did until now: what an edit leaves as it was is not looked up again.
 */
export function checkScenario(
  type: StageType,
  config: ScenarioConfig,
  before: ScenarioConfig | undefined,
  { state }: Pick<Service, "state">,
): void {
  const shape = shapeProblems(type, config);
  if (shape.length > 0) throw new ServiceFailure("deployWrongShape", sentences(shape));
  const missing = missingThings(config, before, state);
  if (missing.length > 0) throw new ServiceFailure("deployInvalid", sentences(missing));
}

function shapeProblems(type: StageType, config: ScenarioConfig): string[] {
  const { required, optional } = forms[type];
  const isGiven = (key: keyof ScenarioConfig): boolean => config[key] !== undefined && config[key] !== null;
  const absent = required
    .filter((key) => !isGiven(key))
    .map((key) => `config.${key}: a stage of type ${type} needs it.`);
  const surplus = (Object.keys(config) as (keyof ScenarioConfig)[])
    .filter((key) => isGiven(key) && !required.includes(key) && !optional.includes(key))
    .map((key) => `config.${key}: a stage of type ${type} has none.`);
  return [...absent, ...surplus, ...strategyProblems(type, config), ...fileProblems(config.file)];
}

function strategyProblems(type: StageType, { strategy, loadBalancer, canaryConfig }: ScenarioConfig): string[] {
  if (strategy === undefined || strategy === null) return [];
  if (!strategies[type].includes(strategy)) {
    return [`config.strategy: a stage of type ${type} takes ${strategies[type].join(", ")}, not ${strategy}.`];
  }
  const needs = [
    { key: "loadBalancer", part: loadBalancer, on: type === "AutoScalingGroup" && strategy === "blueGreen" },
    { key: "canaryConfig", part: canaryConfig, on: strategy === "canary" },
  ];
  const wrong = needs.flatMap(({ key, part, on }) => {
    if (on === Boolean(part)) return [];
    return [`config.${key}: ${on ? `strategy ${strategy} needs it` : `strategy ${strategy} has none`}.`];
  });
  return [...wrong, ...(canaryConfig && strategy === "canary" ? canaryProblems(canaryConfig) : [])];
}

/** What is deployed belongs under the key of its type. */
function fileProblems(file: ScenarioFile | null | undefined): string[] {
  if (!file || file.type === "later" || file[file.type]) return [];
  return [`config.file.${file.type}: it is missing, and it is the type of the file.`];
}

function missingThings(
  { file, manifest }: ScenarioConfig,
  before: ScenarioConfig | undefined,
  { buildProjects, repositories }: State,
): string[] {
  const project = file?.type === "SourceBuild" ? file.SourceBuild?.id : undefined;
  const isNewProject = project !== undefined && project !== before?.file?.SourceBuild?.id;
  const isNewRepository = manifest && manifest.repository !== before?.manifest?.repository;
  return [
    ...(isNewProject && !buildProjects.has(project)
      ? [`config.file.SourceBuild.id: there is no build project ${project}.`]
      : []),
    ...(isNewRepository && repositories.named(manifest.repository) === undefined
      ? [`config.manifest.repository: there is no repository ${manifest.repository}.`]
      : []),
  ];
}
