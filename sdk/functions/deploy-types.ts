/** A SourceDeploy project. */
export interface DeployProject {
  id: number;
  name: string;
}

/** A stage of a SourceDeploy project. */
export interface DeployStage {
  id: number;
  name: string;
  projectId: number;
}

/** A scenario of a stage. */
export interface DeployScenario {
  id: number;
  name: string;
  projectId: number;
  stageId: number;
  /** What it deploys. */
  source?: DeploySource;
}

/** What a scenario deploys; which key `target` has depends on `type`. */
export interface DeploySource {
  /** `SourceBuild`, `ObjectStorage`, `KubernetesService`. */
  type?: string;
  target?: { projectName?: string; file?: string; manifest?: string[] };
}

/** Which deploy projects. */
export interface GetDeployProjectsArgs {
  /** Part of the name, whatever the case; all without it. */
  search?: string;
}

/** Which deploy project. */
export interface GetDeployProjectArgs {
  name: string;
}

/** A deploy project by name or by id: give one of the two. */
export interface InDeployProject {
  project?: string;
  projectId?: number | string;
}

/** A stage by name or by id, in a deploy project: give one of each two. */
export interface InDeployStage extends InDeployProject {
  stage?: string;
  stageId?: number | string;
}

/** Which stages. */
export interface GetDeployStagesArgs extends InDeployProject {
  /** Part of the name, whatever the case; all without it. */
  search?: string;
}

/** Which stage. */
export interface GetDeployStageArgs extends InDeployProject {
  name: string;
}

/** Which scenarios. */
export interface GetDeployScenariosArgs extends InDeployStage {
  /** Part of the name, whatever the case; all without it. */
  search?: string;
}

/** Which scenario. */
export interface GetDeployScenarioArgs extends InDeployStage {
  name: string;
}
