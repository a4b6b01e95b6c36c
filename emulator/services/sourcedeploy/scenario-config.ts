import type { ScenarioConfig, ScenarioFile } from "../../../provider/services/sourcedeploy/api/requests.ts";
import type { Scenario, ScenarioSource, State } from "../../state/state.ts";

/** What a scenario does; what a seed says in a word is written out. */
export function scenarioConfigOf({ config, source }: Scenario, state: Pick<State, "buildProjects">): SeedConfig {
  if (config !== undefined) return config;
  return fromSource[source.type]?.(source.target, state) ?? onServer(later);
}

/** In a seed, a build project may be gone, and the manifest's place is not said. */
type SeedConfig = Omit<ScenarioConfig, "file"> & { file?: SeedFile | null | undefined };
type SeedFile = Omit<ScenarioFile, "SourceBuild"> & {
  SourceBuild?: { id: number | null; name?: string } | null | undefined;
};

type Target = ScenarioSource["target"];

const fromSource: Readonly<Record<string, (target: Target, state: Pick<State, "buildProjects">) => SeedConfig>> = {
  SourceBuild: ({ projectName }, { buildProjects }) => {
    if (projectName === undefined) return onServer(later);
    const id = buildProjects.named(projectName)?.id ?? null;
    return onServer({ type: "SourceBuild", SourceBuild: { id, name: projectName } });
  },
  ObjectStorage: ({ file }) => {
    if (file === undefined) return onServer(later);
    const [bucket = "", ...object] = file.split("/");
    return onServer({ type: "ObjectStorage", ObjectStorage: { bucket, object: object.join("/") } });
  },
  KubernetesService: ({ manifest = [] }) => ({
    strategy: "rolling",
    rollback: false,
    // A seed names the files only.
    manifest: { type: "SourceCommit", repository: "", branch: "", path: manifest },
  }),
};

const onServer = (file: SeedFile): SeedConfig => ({
  strategy: "normal",
  sequence: true,
  file,
  rollback: false,
  cmd: { pre: [], deploy: [], post: [] },
});

/** The file is chosen when somebody deploys. */
const later: SeedFile = { type: "later" };
