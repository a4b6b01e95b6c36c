import type { BuildSource } from "../world/world.ts";
import type { Handler } from "./handler.ts";
import { selectItems } from "./select-items.ts";

export const getBuildProjects: Handler<"getBuildProjects"> = (input, service) => ({
  projectList: selectItems(service, service.world.buildProjects, input).map(({ id, name, source }) => ({
    id,
    name,
    source: sourceAnswer(source),
  })),
});

/** This operation spells one type in its own way (reference section 2.17). */
const sourceAnswer = (source: BuildSource) => ({ ...source, type: source.type.replace(/^Bitbucket$/, "BitBucket") });
