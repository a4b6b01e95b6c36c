import { byId, element } from "./element.js";
/** @import { RepositoryView } from "../console-view.ts" */

/** The repositories with their branches. */
export function repositoryList() {
  /** @type {readonly RepositoryView[] | undefined} */
  let shown;
  return {
    /** @param {readonly RepositoryView[]} repositories */
    update: (repositories) => {
      if (repositories === shown) return;
      shown = repositories;
      byId("repository-list", HTMLElement).replaceChildren(...repositories.map(repositoryItem));
    },
  };
}

/** @param {RepositoryView} repository */
const repositoryItem = ({ name, branches }) =>
  element(
    "li",
    {},
    element("strong", {}, name),
    element("span", {}, branches.length === 0 ? "empty" : branches.join(", ")),
  );
