import type { ScenarioSource, State } from "../../state/state.ts";

/**
 * `type` and `config` of a scenario (section 5.3 of the reference of related services). The type is that of its stage,
 * and clients of the vendor read `config.file.type` unless it is `KubernetesService`.
 */
export const scenarioContent = ({ type, target }: ScenarioSource, state: State): object =>
  contents[type]?.(target, state) ?? onServer(later);

type Target = ScenarioSource["target"];

const contents: Readonly<Record<string, (target: Target, state: State) => object>> = {
  SourceBuild: ({ projectName }, state) => onServer(projectName === undefined ? later : builtBy(projectName, state)),
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

function builtBy(name: string, { buildProjects }: State) {
  const project = buildProjects.find((candidate) => candidate.name === name);
  return { type: "SourceBuild", SourceBuild: { id: project?.id ?? null, name } };
}

function stored(file: string) {
  const [bucket = "", ...object] = file.split("/");
  return { type: "ObjectStorage", ObjectStorage: { bucket, object: object.join("/") } };
}
