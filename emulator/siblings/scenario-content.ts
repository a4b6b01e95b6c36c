import type { ScenarioSource, World } from "../world/world.ts";

/**
 * `type` and `config` of a scenario (section 5.3 of the reference of related services). The type is that of its stage,
 * and clients of the vendor read `config.file.type` unless it is `KubernetesService`.
 */
export const scenarioContent = ({ type, target }: ScenarioSource, world: World): object =>
  contents[type]?.(target, world) ?? onServer(later);

type Target = ScenarioSource["target"];

const contents: Readonly<Record<string, (target: Target, world: World) => object>> = {
  SourceBuild: ({ projectName }, world) => onServer(projectName === undefined ? later : builtBy(projectName, world)),
  ObjectStorage: ({ file }) => onServer(file === undefined ? later : stored(file)),
  KubernetesService: ({ manifest = [] }) => ({
    type: "KubernetesService",
    config: {
      strategy: "rolling",
      rollback: false,
      // A seed names the files only.
      manifest: { type: "SourceCommit", repository: "", branch: "", path: manifest },
    },
  }),
};

const onServer = (file: object) => ({
  type: "Server",
  config: { strategy: "normal", sequence: true, file, rollback: false, cmd: { pre: [], deploy: [], post: [] } },
});

/** The file is chosen when somebody deploys. */
const later = { type: "later" } as const;

function builtBy(name: string, { buildProjects }: World) {
  const project = buildProjects.find((candidate) => candidate.name === name);
  return { type: "SourceBuild", SourceBuild: { id: project?.id ?? null, name } };
}

function stored(file: string) {
  const [bucket = "", ...object] = file.split("/");
  return { type: "ObjectStorage", ObjectStorage: { bucket, object: object.join("/") } };
}
