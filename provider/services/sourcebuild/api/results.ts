import type { CreatedResult, ListedResult } from "../../sourcecommit/api/results.ts";

/*
 * What SourceBuild returns, as plain types: in the vendor's own words, with numbers for ids. What its documentation does
 * not promise may be undefined.
 */

/** A list of build projects. */
export interface BuildProjectsResult {
  /** How many there are, whatever the page shows. */
  total?: number | undefined;
  /** The entries. */
  project: ListedResult[];
}

/** What a create and an edit return. */
export interface BuildProjectIdentity {
  /** The service's id. */
  id: number;
  /** Its name, which cannot be changed. */
  name?: string | undefined;
}

/** A build project. */
export interface BuildProjectDetail {
  /** The service's id. */
  id: number;
  /** Its name, which cannot be changed. */
  name: string;
  /** Empty without one. */
  description: string;
  /** When it was made. */
  created?: CreatedResult | undefined;
  /** What it builds. */
  source?: BuildSourceDetail | undefined;
  /** Where it builds. */
  env: BuildEnvironmentDetail;
  /** What it runs. */
  cmd?: BuildCommandsDetail | undefined;
  /** What it keeps. */
  artifact?: BuildArtifactDetail | undefined;
  /** The environment as an image. */
  cache?: BuildImageDetail | undefined;
  /** Services that look after it. */
  linked?: { CloudLogAnalytics: boolean; FileSafer: boolean } | undefined;
  /** The build of last; undefined before the first. */
  lastBuild?: LastBuildResult | undefined;
}

/** What a build project builds. */
export interface BuildSourceDetail {
  /** `SourceCommit`, `Github`, `Bitbucket` or `Github Enterprise Server`. */
  type?: string | undefined;
  /** Where it is. */
  config?: BuildSourceConfigDetail | undefined;
}

/** Where a source is. */
export interface BuildSourceConfigDetail {
  /** Name of the repository. */
  repository?: string | undefined;
  /** Name of the branch. */
  branch?: string | undefined;
  /** Of a repository at Bitbucket. */
  workspace?: { id?: string | undefined; name?: string | undefined } | undefined;
}

/** Something with an id and a name, where the service says them. */
export interface NamedDetail {
  /** The service's id. */
  id?: number | undefined;
  /** Its name. */
  name?: string | undefined;
}

/** Where a build runs. */
export interface BuildEnvironmentDetail {
  /** The machine, with its memory in GB. */
  compute?: { id?: number | undefined; cpu?: number | undefined; mem?: number | undefined } | undefined;
  /** What is installed on it. */
  platform?: { type?: string | undefined; config?: BuildPlatformDetail | undefined } | undefined;
  /** Whether docker runs there. */
  docker?: { use: boolean; id?: number | undefined; name?: string | undefined } | undefined;
  /** Minutes. */
  timeout?: number | undefined;
  /** Environment variables, with their values in clear. */
  envVars: { key: string; value: string }[];
}

/** What is installed where a build runs: an image of the vendor's, or one of a registry. */
export interface BuildPlatformDetail {
  /** Of an image of the vendor's. */
  os?: OperatingSystemDetail | undefined;
  /** Of an image of the vendor's. */
  runtime?: RuntimeDetail | undefined;
  /** Name of the registry. */
  registry?: string | undefined;
  /** Name of the image. */
  image?: string | undefined;
  /** Tag of the image. */
  tag?: string | undefined;
}

/** An operating system. */
export interface OperatingSystemDetail extends NamedDetail {
  /** Such as `16.04`. */
  version?: string | undefined;
  /** Such as `x64`. */
  archi?: string | undefined;
}

/** What is installed for builds, in a version. */
export interface RuntimeDetail extends NamedDetail {
  /** Which one. */
  version?: NamedDetail | undefined;
}

/** What a build runs. */
export interface BuildCommandsDetail {
  /** Before the build. */
  pre: string[];
  /** The build. */
  build: string[];
  /** After the build. */
  post: string[];
  /** An image that is built as well. */
  dockerbuild?: DockerBuildDetail | undefined;
}

/** An image that is made of a build. */
export interface BuildImageDetail {
  /** Whether it is. */
  use: boolean;
  /** Name of the registry. */
  registry?: string | undefined;
  /** Name of the image. */
  image?: string | undefined;
  /** Tag of the image. */
  tag?: string | undefined;
  /** Whether it is tagged `latest`, too. */
  latest: boolean;
}

/** An image that a build makes. */
export interface DockerBuildDetail extends BuildImageDetail {
  /** Path of the Dockerfile. */
  dockerfile?: string | undefined;
}

/** What a build keeps. */
export interface BuildArtifactDetail {
  /** Whether it keeps anything. */
  use: boolean;
  /** Paths of files and folders. */
  path: string[];
  /** Where they go. */
  storage?: { bucket?: string | undefined; path?: string | undefined; filename?: string | undefined } | undefined;
  /** Whether earlier ones are kept. */
  backup: boolean;
}

/** The build of last. */
export interface LastBuildResult {
  /** Its id. */
  id?: string | undefined;
  /** When it began, Unix time in milliseconds. */
  timestamp?: number | undefined;
  /** How it stands. */
  status?: string | undefined;
}

/** A build that was started. */
export interface StartedBuildResult {
  /** Id of the build project. */
  projectId?: number | undefined;
  /** The same, as the vendor's SDK has it. */
  id?: number | undefined;
  /** Id of the build. */
  buildId: string;
}

/** The builds of a project. */
export interface BuildHistoryResult {
  /** How many there are. */
  total?: number | undefined;
  /** The entries. */
  history: BuildResult[];
}

/** A build. */
export interface BuildResult {
  /** Id of the build project. */
  projectId?: number | undefined;
  /** Id of the build. */
  buildId: string;
  /** Unix time in milliseconds. */
  begin?: number | undefined;
  /** As `begin`; undefined, or 0, while it runs. */
  end?: number | undefined;
  /** Who started it. */
  userId?: string | undefined;
  /** `prepare`, `upload`, `success`, `fail` or `canceled`. */
  status?: string | undefined;
  /** Where it failed. */
  failedPhase?: string | undefined;
}

/** Something that the key may use or not, of a list. */
export interface AllowedResult {
  /** What it is called by. */
  name: string;
  /** `Allow` or `Deny`. */
  permission?: string | undefined;
  /** What the permission is for. */
  actionName?: string | undefined;
}

/** A container registry. */
export interface RegistryResult extends AllowedResult {
  /** How it stands. */
  status?: string | undefined;
  /** Whether it can be used. */
  disabled: boolean;
}

/** A bucket of Object Storage. */
export interface BucketResult extends AllowedResult {
  /** When it was made. */
  creationTime?: string | undefined;
  /** Whether it can be used. */
  disabled: boolean;
}
