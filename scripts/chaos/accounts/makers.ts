import type { Service } from "../../../emulator/service.ts";
import { nextId } from "../../../emulator/world/next-id.ts";
import type { MadeSpec } from "../programs/program.ts";

/** Makes what pipelines name, as another provider, or somebody in the console, does; what is there already is taken. */
export function make({ world, changed }: Pick<Service, "world" | "changed">, { kind, name }: MadeSpec): number {
  const things: readonly { id: number; name: string }[] = listOf(world, kind);
  const existing = things.find((thing) => thing.name === name);
  if (existing !== undefined) return existing.id;
  const id = nextId(world.counters, kind);
  if (kind === "repository") {
    const repository = { id, name, branches: ["main"] };
    world.repositories.push(repository);
    (world.references.repositories as Map<string, object>).set(name, repository);
  } else {
    const project = { id, name, source: { type: "SourceCommit", repository: "shop-api", branch: "main" } };
    world.buildProjects.push(project);
    (world.references.buildProjects as Map<number, object>).set(id, project);
  }
  changed();
  return id;
}

/** Takes away what was made. */
export function unmake({ world, changed }: Pick<Service, "world" | "changed">, { kind, name }: MadeSpec): void {
  const list = listOf(world, kind);
  const index = list.findIndex((thing) => thing.name === name);
  const [gone] = index < 0 ? [] : list.splice(index, 1);
  if (gone !== undefined && kind === "repository") (world.references.repositories as Map<string, object>).delete(name);
  else if (gone !== undefined) (world.references.buildProjects as Map<number, object>).delete(gone.id);
  changed();
}

const listOf = ({ repositories, buildProjects }: Service["world"], kind: MadeSpec["kind"]) =>
  kind === "repository" ? repositories : buildProjects;
