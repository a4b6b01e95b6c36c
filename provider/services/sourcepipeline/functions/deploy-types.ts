import type { Id } from "../pipeline/pipeline.ts";

/** A SourceDeploy project. */
export interface DeployProject {
  /** The service's id, which tasks take as `projectId`. */
  id: number;
  /** Name, as the console shows it. */
  name: string;
}

/** A stage of a SourceDeploy project. */
export interface DeployStage {
  /** The service's id, which tasks take as `stageId`. */
  id: number;
  /** Name, as the console shows it. */
  name: string;
  /** Id of the project that it belongs to. */
  projectId: number;
}

/** A scenario of a stage. */
export interface DeployScenario {
  /** The service's id, which tasks take as `scenarioId`. */
  id: number;
  /** Name, as the console shows it. */
  name: string;
  /** Id of the project that it belongs to. */
  projectId: number;
  /** Id of the stage that it belongs to. */
  stageId: number;
  /** What it deploys. */
  source?: DeploySource;
}

/** What a scenario deploys. */
export interface DeploySource {
  /** `SourceBuild`, `ObjectStorage`, `KubernetesService`. */
  type?: string;
  /** Where it comes from; which key it has depends on `type`. */
  target?: { projectName?: string; file?: string; manifest?: string[] };
}

/** Which deploy projects. */
export interface GetDeployProjectsArgs {
  /** Part of the name, whatever the case; all without it. */
  search?: string | undefined;
}

/** Which deploy project. */
export interface GetDeployProjectArgs {
  /** Name of the project, exactly. */
  name: string;
}

/** A deploy project by its name or by its id, and by one of the two. */
export type InDeployProject =
  | {
      /** Name of the project. */
      project: string;
      /** Not beside the name. */
      projectId?: undefined;
    }
  | {
      /** Id of the project. */
      projectId: Id;
      /** Not beside the id. */
      project?: undefined;
    };

/** A stage by its name or by its id, and by one of the two, in a deploy project. */
export type InDeployStage = InDeployProject &
  (
    | {
        /** Name of the stage. */
        stage: string;
        /** Not beside the name. */
        stageId?: undefined;
      }
    | {
        /** Id of the stage. */
        stageId: Id;
        /** Not beside the id. */
        stage?: undefined;
      }
  );

/** Part of a name. */
interface Search {
  /** Part of the name, whatever the case; all without it. */
  search?: string | undefined;
}

/** A name. */
interface Name {
  /** Its name, exactly. */
  name: string;
}

/** Which stages. */
export type GetDeployStagesArgs = InDeployProject & Search;

/** Which stage. */
export type GetDeployStageArgs = InDeployProject & Name;

/** Which scenarios. */
export type GetDeployScenariosArgs = InDeployStage & Search;

/** Which scenario. */
export type GetDeployScenarioArgs = InDeployStage & Name;
