import { foreignIds, foreignMark } from "../accounts/chaos-seed.ts";
import type { Scene } from "../programs/scene.ts";
import type { Managed } from "./find-violations.ts";

/** The pipelines of each account that are the program's, as far as nobody else had made them before. */
export function managedPipelines({ services }: Pick<Scene, "services">): Managed {
  const [first, second] = [services.default, services.second].map(({ state }) =>
    [...state.pipelines.values()].filter(({ id }) => !foreignIds.includes(id)),
  );
  return { default: first ?? [], second: second ?? [] };
}

/** What was done to pipelines of somebody else; each finding is one sentence. */
export function findTouched({ services }: Pick<Scene, "services">): string[] {
  const { pipelines } = services.default.state;
  return foreignIds
    .filter((id) => pipelines.get(id)?.description !== foreignMark)
    .map((id) => `touched: pipeline ${String(id)} of somebody else.`);
}
