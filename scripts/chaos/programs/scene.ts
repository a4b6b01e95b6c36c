import type { Random } from "../../../emulator/random.ts";
import type { Service } from "../../../emulator/service.ts";
import type { Inventor } from "./invent.ts";
import type { Program, ProviderName, Spec } from "./program.ts";

/** What the state holds of a resource, as far as changes depend on it. */
interface Held {
  readonly id: string;
  /** The pipeline's name. */
  readonly name: string;
}

/** What a change of the program, or of a service behind its back, works on. */
export interface Scene {
  readonly program: Program;
  readonly services: Readonly<Record<ProviderName, Service>>;
  readonly inventor: Inventor;
  readonly random: Random;
  /** A name for a resource that was never used. */
  readonly nextResource: (kind: string) => string;
  /** What the state holds; undefined for a resource that is still to be created. */
  readonly held: (resource: string) => Held | undefined;
  readonly isTainted: (resource: string) => boolean;
  /** Whether the state holds a run as the program says it, so that no other one would be started. */
  readonly isRun: (resource: string) => boolean;
  /** The next command replaces the resource although nothing about it changes. */
  readonly taint: (resource: string) => void;
}

/** One thing that happens between two commands. */
export interface Change {
  readonly weight: number;
  /** How many pipelines the program has for this to make sense. */
  readonly least: number;
  readonly most: number;
  readonly apply: (scene: Scene, resource: string, spec: Spec) => void;
}
