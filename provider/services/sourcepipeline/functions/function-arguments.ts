/** What an argument takes, what it means, and what to give where it is missing or something else, a sentence each. */
export interface Argument {
  readonly kind: "string" | "id" | "search";
  readonly doc: string;
  readonly hint: string;
}

/** The arguments of a function: all of them, and of alternatives one. */
export interface Arguments {
  readonly all?: Readonly<Record<string, Argument>>;
  readonly oneOf?: readonly Readonly<Record<string, Argument>>[];
}

const named = (thing: string): Argument => ({
  kind: "string",
  doc: `Name of the ${thing}, exactly.`,
  hint: `Give the name of a ${thing}.`,
});
const idOf = (thing: string, call: string): Argument => ({
  kind: "id",
  doc: `Id of the ${thing}, as \`${call}\` returns it.`,
  hint: `Give the id of a ${thing}, as ${call} returns it.`,
});
const search: Argument = {
  kind: "search",
  doc: "Part of the name, whatever the case; all without it.",
  hint: "Give a part of the name, or leave it out.",
};

const pipelineId = idOf("pipeline", "getPipeline()");
const inProject = {
  project: named("SourceDeploy project"),
  projectId: idOf("SourceDeploy project", "getDeployProject()"),
};
const inStage = { stage: named("stage"), stageId: idOf("stage", "getDeployStage()") };

/** The arguments of every function, by its name. */
export const functionArguments = {
  getBranch: { all: { repository: named("SourceCommit repository"), name: named("branch") } },
  getBranches: { all: { repository: named("SourceCommit repository") } },
  getBuildProject: { all: { name: named("SourceBuild project") } },
  getBuildProjects: { all: { search } },
  getDeployProject: { all: { name: named("SourceDeploy project") } },
  getDeployProjects: { all: { search } },
  getDeployScenario: { all: { name: named("scenario") }, oneOf: [inProject, inStage] },
  getDeployScenarios: { all: { search }, oneOf: [inProject, inStage] },
  getDeployStage: { all: { name: named("stage") }, oneOf: [inProject] },
  getDeployStages: { all: { search }, oneOf: [inProject] },
  getPipeline: { oneOf: [{ name: named("pipeline"), id: pipelineId }] },
  getPipelines: { all: { search } },
  getRepositories: { all: { search } },
  getRepository: { all: { name: named("SourceCommit repository") } },
  getRun: { all: { pipelineId, id: idOf("run", "getRuns()") } },
  getRuns: { all: { pipelineId } },
  getTimeZones: { all: { search } },
} as const satisfies Readonly<Record<string, Arguments>>;

/** The name of a function. */
export type FunctionName = keyof typeof functionArguments;
