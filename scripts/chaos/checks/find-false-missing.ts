import type { State } from "../../../emulator/state/state.ts";

/** How messages call something missing, and whether an account has it. */
const claims: readonly { readonly pattern: RegExp; readonly exists: (world: State, what: string) => boolean }[] = [
  {
    pattern: /SourceBuild project (\d+) does not exist/g,
    exists: ({ buildProjects }, id) => buildProjects.has(Number(id)),
  },
  {
    pattern: /SourceBuild project "([^" does not exist]+)"/g,
    exists: ({ buildProjects }, name) => buildProjects.named(name) !== undefined,
  },
  {
    pattern: /SourceCommit repository "([^" does not exist]+)"/g,
    exists: ({ repositories }, name) => repositories.named(name) !== undefined,
  },
  {
    pattern: /[Tt]here is no pipeline with id (\d+)/g,
    exists: ({ pipelines }, id) => pipelines.has(Number(id)),
  },
  {
    pattern: /Pipeline (\d+) does not exist/g,
    exists: ({ pipelines }, id) => pipelines.has(Number(id)),
  },
  {
    pattern: /There is no (?:SourceDeploy project|stage|scenario) with id (\d+)/g,
    exists: ({ deployProjects }, id) => {
      const projects = deployProjects.values();
      const stages = projects.flatMap((project) => project.stages);
      const all = [...projects, ...stages, ...stages.flatMap((stage) => stage.scenarios)];
      return all.some((thing) => thing.id === Number(id));
    },
  },
  {
    // Programs name no branch that no repository has.
    pattern: /Branch "([^" does not exist]+)"[^.]*\. Did you mean/g,
    exists: ({ repositories }, name) => repositories.values().some(({ branches }) => branches.includes(name)),
  },
];

/** What a message calls missing although the account has it; each finding is one sentence. */
export function findFalseMissing(message: string, world: State): string[] {
  return claims.flatMap(({ pattern, exists }) =>
    [...message.matchAll(pattern)]
      .filter(([, what = ""]) => exists(world, what))
      .map(([claim]) => `called missing, but there: ${claim}.`),
  );
}

/** Whether a message calls something missing that the account does not have: then it is right. */
export function isTrulyMissing(message: string, world: State): boolean {
  const found = claims.flatMap(({ pattern }) => [...message.matchAll(pattern)]);
  return found.length > 0 && findFalseMissing(message, world).length === 0;
}
