/* What SourceBuild is asked, as plain types: in the vendor's own words. */

/** What may be left out; null means the same. */
type Optional<Value> = Value | null | undefined;

/** A new build project. */
export interface NewBuildProject extends BuildContent {
  /** 1 to 80 of `A-Z a-z 0-9 _ -`. */
  name: string;
  /** At most 500 characters. */
  description?: Optional<string>;
  /** What it builds. */
  source: BuildSource;
  /** Where it builds. */
  env: BuildEnvironment;
}

/** An edit of a build project: what is left out stays. Safest is to state everything. */
export interface BuildProjectChange extends Omit<BuildContent, "env"> {
  /** At most 500 characters. */
  description?: Optional<string>;
  /** What it builds. */
  source?: Optional<BuildSource>;
  /** Where it builds. */
  env?: Optional<{ compute?: Optional<Identified>; platform?: Optional<BuildPlatform> } & BuildEnvironmentOptions>;
}

/** What a build project does, besides its name and its source. */
export interface BuildContent {
  /** Where it builds. */
  env?: BuildEnvironment | undefined;
  /** What it runs. */
  cmd?: Optional<BuildCommands>;
  /** What it keeps. */
  artifact?: Optional<BuildArtifact>;
  /** Whether the environment is kept as an image after a build. */
  cache?: Optional<BuildCache>;
  /** Services that look after it. */
  linked?: Optional<BuildLinks>;
}

/** What a build project builds. */
export interface BuildSource {
  /** The only kind that can be written. */
  type: "SourceCommit";
  /** Where it is. */
  config: {
    /** Name of the repository. */
    repository: string;
    /** Name of the branch. */
    branch: string;
  };
}

/** Something that is named by its id. */
export interface Identified {
  /** The service's id. */
  id: number;
}

/** Where a build runs. */
export interface BuildEnvironment extends BuildEnvironmentOptions {
  /** The machine, of `getEnvCompute`. */
  compute: Identified;
  /** What is installed on it. */
  platform: BuildPlatform;
}

/** What of the place where a build runs may be left out. */
export interface BuildEnvironmentOptions {
  /** Whether docker runs there. */
  docker?: Optional<{
    /** False unless given. */
    use?: Optional<boolean>;
    /** The engine, of `getEnvDocker`; needed when it is used. */
    id?: Optional<number>;
  }>;
  /** Minutes, 5 to 540; 60 unless given. */
  timeout?: Optional<number>;
  /** Environment variables; the service returns their values in clear. */
  envVars?: Optional<EnvironmentVariable[]>;
}

/** An environment variable of a build. */
export interface EnvironmentVariable {
  /** Letters, digits and `_`. */
  key: string;
  /** Returned in clear. */
  value: string;
}

/** What is installed where a build runs. */
export type BuildPlatform =
  | {
      /** An image of the vendor's. */
      type: "SourceBuild";
      /** Which one. */
      config: {
        /** Of `getEnvOs`. */
        os: Identified;
        /** Of `getEnvRuntime`, with a version of `getEnvRuntimeVersion`. */
        runtime: Identified & {
          /** Of `getEnvRuntimeVersion`. */
          version: Identified;
        };
      };
    }
  | {
      /** An image of one's own registry. */
      type: "ContainerRegistry";
      /** Which one. */
      config: {
        /** Name of the registry. */
        registry: string;
        /** Name of the image. */
        image: string;
        /** Tag of the image. */
        tag: string;
      };
    }
  | {
      /** An image of a public registry. */
      type: "PublicRegistry";
      /** Which one. */
      config: {
        /** Name of the image. */
        image: string;
        /** Tag of the image. */
        tag: string;
      };
    };

/** What a build runs. */
export interface BuildCommands {
  /** Before the build. */
  pre?: Optional<string[]>;
  /** The build. */
  build?: Optional<string[]>;
  /** After the build. */
  post?: Optional<string[]>;
  /** An image that is built as well. */
  dockerbuild?: Optional<DockerBuild>;
}

/** An image that a build makes; all of it but `latest` is needed when it is used. */
export interface DockerBuild {
  /** False unless given. */
  use?: Optional<boolean>;
  /** Path of the Dockerfile. */
  dockerfile?: Optional<string>;
  /** Name of the registry. */
  registry?: Optional<string>;
  /** Name of the image. */
  image?: Optional<string>;
  /** Tag of the image. */
  tag?: Optional<string>;
  /** Whether it is tagged `latest`, too; false unless given. */
  latest?: Optional<boolean>;
}

/** What a build keeps; path and storage are needed when it is used. */
export interface BuildArtifact {
  /** False unless given. */
  use?: Optional<boolean>;
  /** Paths of files and folders. */
  path?: Optional<string[]>;
  /** Where they go. */
  storage?: Optional<{
    /** Name of the bucket. */
    bucket?: Optional<string>;
    /** Folder in the bucket. */
    path?: Optional<string>;
    /** Name of the object. */
    filename?: Optional<string>;
  }>;
  /** Whether earlier ones are kept; false unless given. */
  backup?: Optional<boolean>;
}

/** The environment of a build as an image; all of it but `latest` is needed when it is used. */
export interface BuildCache {
  /** False unless given. */
  use?: Optional<boolean>;
  /** Name of the registry. */
  registry?: Optional<string>;
  /** Name of the image. */
  image?: Optional<string>;
  /** Tag of the image. */
  tag?: Optional<string>;
  /** Whether it is tagged `latest`, too; false unless given. */
  latest?: Optional<boolean>;
}

/** Services that look after a build project; each has to be subscribed to before. */
export interface BuildLinks {
  /** False unless given. */
  CloudLogAnalytics?: Optional<boolean>;
  /** False unless given. */
  FileSafer?: Optional<boolean>;
}
