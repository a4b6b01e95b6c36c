/**
 * Program text: a class `Made`, whose resources are what other providers make for pipelines. Creating one adds entries to
 * the emulator's state, deleting one takes them out; `name` is known in a preview, `projectId` is not.
 *
 * @example new Made("api", { kind: "buildProjects", name: "new-api" })
 */
export const makers = (url: string): string => `
const edit = async (change) => {
  const state = await (await fetch("${url}/_emulator/state")).json();
  change(state);
  const response = await fetch("${url}/_emulator/state", { method: "PUT", body: JSON.stringify(state) });
  if (!response.ok) throw new Error(await response.text());
};
const entryOf = ({ kind, name }) => kind === "repositories"
  ? { name, branches: ["main"] }
  : { name, source: { type: "SourceCommit", repository: "shop-api", branch: "main" } };
const maker = {
  async diff(id, olds, news) { return { changes: olds.name !== news.name, replaces: olds.name === news.name ? [] : ["name"] }; },
  async create(inputs) {
    let id;
    await edit((state) => {
      id = Math.max(50000, ...state.buildProjects.map((project) => project.id)) + 1;
      state[inputs.kind].push({ ...(inputs.kind === "repositories" ? {} : { id }), ...entryOf(inputs) });
    });
    return { id: String(id), outs: { ...inputs, projectId: id } };
  },
  async delete(id, { kind, name }) {
    await edit((state) => { state[kind] = state[kind].filter((entry) => entry.name !== name); });
  },
};
class Made extends pulumi.dynamic.Resource {
  constructor(name, args, options) {
    super(maker, name, { projectId: undefined, ...args }, options);
  }
}
`;
