import type { Service } from "../service.ts";
import type { RelatedKind } from "./recent-items.ts";
import type { Moment } from "./visible-pipelines.ts";

/** Remembers that something was created, while the setting `relatedDelayMs` asks for it. */
export function noteCreated(service: Service, kind: RelatedKind, id: number): void {
  if (service.settings.relatedDelayMs === 0) return;
  service.recentCreates.push({ kind, id, at: momentOf(service) });
}

/**
 * Whether reads show something.
 *
 * @param reader what reads it: lists may show it before details do.
 */
export function isVisible(service: Service, kind: RelatedKind, id: number, reader: "list" | "detail"): boolean {
  const { relatedDelayMs, relatedDelayIn } = service.settings;
  service.recentCreates = service.recentCreates.filter(({ at }) => isRecent(service, at, relatedDelayMs));
  if (reader === "list" && relatedDelayIn === "details") return true;
  return !service.recentCreates.some((created) => created.kind === kind && created.id === id);
}

/** Remembers that a name is free again, or soon will be. */
export function noteReleased(service: Service, scope: string, name: string): void {
  if (service.settings.nameReleaseMs === 0) return;
  service.releasedNames.push({ scope, name, at: momentOf(service) });
}

/** Whether a name belongs to something that was deleted a moment ago. */
export function isHeld(service: Service, scope: string, name: string): boolean {
  const { nameReleaseMs } = service.settings;
  service.releasedNames = service.releasedNames.filter(({ at }) => isRecent(service, at, nameReleaseMs));
  return service.releasedNames.some((released) => released.scope === scope && released.name === name);
}

/** The delay has passed on neither clock. */
const isRecent = ({ clock, wallNow }: Service, at: Moment, delay: number): boolean =>
  clock.now() - at.emulated < delay && wallNow() - at.wall < delay;

const momentOf = ({ clock, wallNow }: Service): Moment => ({ emulated: clock.now(), wall: wallNow() });
