import type { Service } from "../../../emulator/service.ts";
import { nextId } from "../../../emulator/state/state.ts";
import type { MadeSpec } from "../programs/program.ts";

/** Makes what pipelines name, as another provider, or somebody in the console, does; what is there already is taken. */
export function make({ state, changed }: Pick<Service, "state" | "changed">, { kind, name }: MadeSpec): number {
  const things: readonly { id: number; name: string }[] = listOf(state, kind);
  const existing = things.find((thing) => thing.name === name);
  if (existing !== undefined) return existing.id;
  const id = nextId(state.counters, kind);
  if (kind === "repository") {
    const repository = { id, name, branches: ["main"] };
    state.repositories.push(repository);
    (state.references.repositories as Map<string, object>).set(name, repository);
  } else {
    const project = { id, name, source: { type: "SourceCommit", repository: "shop-api", branch: "main" } };
    state.buildProjects.push(project);
    (state.references.buildProjects as Map<number, object>).set(id, project);
  }
  changed();
  return id;
}

/** Takes away what was made. */
export function unmake({ state, changed }: Pick<Service, "state" | "changed">, { kind, name }: MadeSpec): void {
  const list = listOf(state, kind);
  const index = list.findIndex((thing) => thing.name === name);
  const [gone] = index < 0 ? [] : list.splice(index, 1);
  if (gone !== undefined && kind === "repository") (state.references.repositories as Map<string, object>).delete(name);
  else if (gone !== undefined) (state.references.buildProjects as Map<number, object>).delete(gone.id);
  changed();
}

const listOf = ({ repositories, buildProjects }: Service["state"], kind: MadeSpec["kind"]) =>
  kind === "repository" ? repositories : buildProjects;
