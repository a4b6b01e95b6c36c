import type { Random } from "../../../emulator/random.ts";
import type { Service } from "../../../emulator/service.ts";
import { isReference, type MadeSpec, type Program } from "../programs/program.ts";
import { make, unmake } from "./makers.ts";

/** Somebody who makes and deletes build projects and repositories, while commands run. */
export interface Somebody {
  /** Does something, or nothing. */
  readonly act: () => void;
  readonly buildProjects: () => readonly number[];
  readonly repositories: () => readonly string[];
  /** How often something was made or deleted. */
  readonly deeds: () => number;
}

/** How many things there are at most. */
const most = 8;

/**
 * @param program what it names is left alone: a program that names what is gone could not run
 */
export function createSomebody(service: Service, program: Program, random: Random): Somebody {
  const things = new Map<number, MadeSpec>();
  let names = 0;
  let deeds = 0;

  function act(): void {
    const dice = random();
    if (dice > 0.1) return;
    const unused = [...things].filter(([id, { name }]) => !namesThing(program, id, name));
    const [id, thing] = unused[Math.floor(random() * unused.length)] ?? [];
    if (id !== undefined && thing !== undefined && (things.size >= most || dice < 0.05)) {
      unmake(service, thing);
      things.delete(id);
    } else if (things.size < most) {
      const made = {
        kind: random() < 0.6 ? "buildProject" : "repository",
        name: `somebodys-${String((names += 1))}`,
      } as const;
      things.set(make(service, made), made);
    }
    deeds += 1;
  }

  const ofKind = (kind: MadeSpec["kind"]) => [...things].filter(([, thing]) => thing.kind === kind);
  return {
    act,
    buildProjects: () => ofKind("buildProject").map(([id]) => id),
    repositories: () => ofKind("repository").map(([, { name }]) => name),
    deeds: () => deeds,
  };
}

/** Whether a program names a thing, as a plain value. */
function namesThing({ pipelines }: Program, id: number, name: string): boolean {
  return [...pipelines.values()].some(
    ({ args: { tasks, triggers } }) =>
      tasks.some(({ projectId }) => !isReference(projectId) && Number(projectId) === id) ||
      (triggers?.repositories ?? []).some((repository) => repository.name === name),
  );
}
