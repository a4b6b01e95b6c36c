import type { Service } from "../service.ts";
import type { AdminInput } from "./admin-route.ts";
import { readValue } from "../shape/read-value.ts";
import { record, report, text, type Reader } from "../shape/shape.ts";
import { push } from "../triggers/push.ts";
import type { References, Repository } from "../world/world.ts";

const fields = record({ repository: text, branch: text });

const nowhere: Repository = { id: 0, name: "", branches: [] };

const pushReader =
  ({ repositories }: References): Reader<{ repository: Repository; branch: string }> =>
  (value, place) => {
    const { repository: name, branch } = fields(value, place);
    const repository = repositories.get(name) ?? nowhere;
    if (repository === nowhere) report(place, `there is no repository ${name}`);
    return { repository, branch };
  };

export function pushToRepository(service: Service, { body }: AdminInput) {
  const { repository, branch } = readValue("The body", pushReader(service.world.references), body);
  return { runs: push(service, repository, branch) };
}
