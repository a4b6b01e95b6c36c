import { shapeRules } from "../../../core/validation/shape/shape-rules.ts";
import type { ObjectShape, Properties, Property } from "../../../core/validation/shape/shape.ts";

const string = { type: "string", minimum: 0 } as const;

/** A string that the service may leave out. */
const maybe = (doc: string): Property => ({ ...string, optional: true, doc });

/** `ResolvedTarget`, as data. */
const resolvedTarget: ObjectShape = {
  type: "object",
  noun: "a resolved target",
  properties: {
    type: maybe(
      "`SourceCommit`, `GitHub`, `Bitbucket`, `Github Enterprise Server`, `SourceBuild`, `ObjectStorage`, `KubernetesService`.",
    ),
    name: maybe("Name of the build or deploy project."),
    repository: maybe("Repository that is built."),
    branch: maybe("Branch that is built."),
    projectName: maybe("Build project whose artifact is deployed."),
    file: maybe("`bucket/object` that is deployed."),
    manifest: maybe("Manifest that is deployed, as the service shows it."),
    fullManifest: maybe("All of the manifest, where `manifest` is cut."),
  },
};

/** What the service adds to a pipeline. */
export const pipelineOutputs: Properties = {
  taskIds: {
    type: "map",
    values: { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER, rule: shapeRules.NCSP106 },
    doc: "The service's ids of the tasks, by the tasks' names, which are therefore never secret.",
  },
  resolvedTargets: {
    type: "map",
    values: resolvedTarget,
    derivedFrom: "tasks",
    doc: "What the tasks work on, as the service resolved it at the last write, by the tasks' names; without the branches that the program itself names.",
  },
};
