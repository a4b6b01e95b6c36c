import type { RepositoryContent } from "../../../provider/services/sourcecommit/api/requests.ts";
import { limits } from "../../../provider/services/sourcecommit/api/limits.ts";
import type { Operations } from "../../../provider/services/sourcecommit/api/operations.ts";
import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import { isVisible, noteCreated } from "../../state/related-visibility.ts";
import { nextId, type Repository } from "../../state/state.ts";
import { createdNow } from "../created.ts";
import type { RelatedHandlers } from "../related-handler.ts";
import { selectPage } from "../related-lists.ts";
import { listedRepository, repositoryResponse } from "./repository-response.ts";
import { readById, readByName, refuseTakenName, removeRepository } from "./store-repository.ts";

type Names =
  | "getRepositories"
  | "createRepository"
  | "getRepository"
  | "getRepositoryById"
  | "changeRepository"
  | "changeRepositoryByName"
  | "deleteRepository"
  | "deleteRepositoryByName";

/** The operations on repositories (reference section 2.1). Writes are acknowledged by a bare `true`. */
export const repositoryHandlers: Pick<RelatedHandlers<Operations>, Names> = {
  getRepositories: ({ query }, service) => {
    const shown = service.state.repositories.values().filter(({ id }) => isVisible(service, "repository", id, "list"));
    const form = { filter: "repositoryName", invalid: "repositoryInvalid" } as const;
    const { total, items } = selectPage(service, shown, query, form);
    return { total, repository: items.map(listedRepository) };
  },

  createRepository: ({ body, user }, service) => {
    checkDescription(body);
    refuseTakenName(service, body.name);
    const id = nextId(service.state.counters, "repository");
    noteCreated(service, "repository", id);
    const { name, description, linked } = body;
    store(service, { id, name, branches: [], description, linked, created: createdNow(service, user) });
    return true;
  },

  getRepository: ({ parameters }, service) =>
    repositoryResponse(readByName(service, parameters.repositoryName), service.settings),
  getRepositoryById: ({ parameters }, service) =>
    repositoryResponse(readById(service, parameters.repositoryId), service.settings),

  changeRepository: ({ parameters, body }, service) => edit(service, readById(service, parameters.repositoryId), body),
  changeRepositoryByName: ({ parameters, body }, service) =>
    edit(service, readByName(service, parameters.repositoryName), body),

  deleteRepository: ({ parameters }, service) => removeRepository(service, readById(service, parameters.repositoryId)),
  deleteRepositoryByName: ({ parameters }, service) =>
    removeRepository(service, readByName(service, parameters.repositoryName)),
};

function store(service: Service, repository: Repository): void {
  service.state.repositories.set(repository);
  service.changed();
}

/** Replaces what is given, as deep as the setting `patchDepth` says. */
function edit(service: Service, repository: Repository, body: RepositoryContent): true {
  checkDescription(body);
  const { patchDepth, patchOmission } = service.settings;
  const clears = patchOmission === "clears" || patchDepth === "whole";
  const linked = patchDepth === "deep" ? { ...repository.linked, ...body.linked } : (body.linked ?? undefined);
  store(service, {
    ...repository,
    description: body.description ?? (clears ? "" : repository.description),
    linked: body.linked ? linked : patchDepth === "whole" ? undefined : repository.linked,
  });
  return true;
}

/** The limit counts bytes, which a schema does not. */
function checkDescription({ description }: RepositoryContent): void {
  const { maximumBytes } = limits.description;
  if (Buffer.byteLength(description ?? "") <= maximumBytes) return;
  throw new ServiceFailure("repositoryInvalid", `description: expected at most ${maximumBytes} bytes.`);
}
