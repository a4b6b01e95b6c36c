import type { Service } from "../../../emulator/service.ts";
import { nextId } from "../../../emulator/state/state.ts";
import type { MadeSpec } from "../programs/program.ts";

/** Makes what pipelines name, as another provider, or somebody in the console, does; what is there already is taken. */
export function make({ state, changed }: Pick<Service, "state" | "changed">, { kind, name }: MadeSpec): number {
  const existing = tableOf(state, kind).named(name);
  if (existing !== undefined) return existing.id;
  const id = nextId(state.counters, kind);
  if (kind === "repository") {
    state.repositories.set({ id, name, branches: ["main"] });
  } else {
    const source = { type: "SourceCommit", repository: "shop-api", branch: "main" };
    state.buildProjects.set({ id, name, source });
  }
  changed();
  return id;
}

/** Takes away what was made. */
export function unmake({ state, changed }: Pick<Service, "state" | "changed">, { kind, name }: MadeSpec): void {
  const table = tableOf(state, kind);
  const gone = table.named(name);
  if (gone !== undefined) table.delete(gone.id);
  changed();
}

const tableOf = ({ repositories, buildProjects }: Service["state"], kind: MadeSpec["kind"]) =>
  kind === "repository" ? repositories : buildProjects;
