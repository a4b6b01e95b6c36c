/** A SourceBuild project. */
export interface BuildProject {
  /** The service's id, which tasks take as `projectId`. */
  id: number;
  /** Name, as the console shows it. */
  name: string;
  /** What it builds. */
  source?: BuildSource;
}

/** What a SourceBuild project builds. */
export interface BuildSource {
  /** `SourceCommit`, `GitHub`, `BitBucket`. */
  type?: string;
  /** Name of the repository. */
  repository?: string;
  /** Branch that is built unless a task names another. */
  branch?: string;
}

/** Which build projects. */
export interface GetBuildProjectsArgs {
  /** Part of the name, whatever the case; all without it. */
  search?: string | undefined;
}

/** Which build project. */
export interface GetBuildProjectArgs {
  /** Name of the project, exactly. */
  name: string;
}
