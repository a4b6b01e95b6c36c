import { attempt, callAdmin } from "./admin.js";
import { byId, element } from "./element.js";
/** @import { RepositoryView } from "../console-view.ts" */

/** The form that pushes to a branch. */
export function pushForm() {
  const form = byId("push", HTMLFormElement);
  const repository = /** @type {HTMLSelectElement} */ (form.elements.namedItem("repository"));
  const branch = /** @type {HTMLInputElement} */ (form.elements.namedItem("branch"));
  /** @type {readonly RepositoryView[]} */
  let shown = [];

  const branches = () => shown.find(({ name }) => name === repository.value)?.branches ?? [];
  const offerBranches = () =>
    byId("branches", HTMLDataListElement).replaceChildren(...branches().map((value) => element("option", { value })));

  repository.addEventListener("change", () => {
    offerBranches();
    branch.value = branches()[0] ?? "";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void push(repository.value, branch.value);
  });

  return {
    /** @param {readonly RepositoryView[]} repositories */
    update: (repositories) => {
      if (repositories === shown) return;
      shown = repositories;
      const chosen = repository.value;
      repository.replaceChildren(...repositories.map(({ name }) => element("option", { value: name }, name)));
      if (repositories.some(({ name }) => name === chosen)) repository.value = chosen;
      offerBranches();
      if (branch.value === "") branch.value = branches()[0] ?? "";
      form.hidden = repositories.length === 0;
      byId("no-repositories", HTMLElement).hidden = repositories.length > 0;
    },
  };
}

/**
 * @param {string} repository
 * @param {string} branch
 */
const push = (repository, branch) =>
  attempt(async () => {
    const { runs } = await callAdmin("POST", "/push", { repository, branch });
    if (runs.length === 0) return `Pushed. No pipeline waits for ${repository}, ${branch}.`;
    return `Pushed. Started: ${runs.map((/** @type {{ pipeline: string }} */ run) => run.pipeline).join(", ")}.`;
  });
