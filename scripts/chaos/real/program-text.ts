import { components } from "../programs/invent.ts";
import type { RunSpec } from "../runs/run-spec.ts";
import { inOrder, isReference, type Program, type Spec } from "../programs/program.ts";

/** What a program's text needs to know of its surroundings. */
export interface Surroundings {
  /** Where the made resources are made. */
  readonly controlUrl: string;
  /** What the explicit provider gets. */
  readonly second: { readonly endpoint: string; readonly accessKey: string; readonly secretKey: string };
  /** Name of a build project, to look it up by; undefined when there is none of this id. */
  readonly projectName: (id: number) => string | undefined;
}

/** A program as a user writes it: CommonJS. */
export function programText(program: Program, surroundings: Surroundings): string {
  const resources = (inOrder(program) ?? []).map((name) => {
    const made = program.made.get(name);
    if (made !== undefined) return `r[${text(name)}] = new Made(${text(name)}, ${text(made)});`;
    const spec = program.pipelines.get(name);
    return spec === undefined ? "" : pipelineText(name, spec, surroundings);
  });
  const runs = [...program.runs].map(([name, spec]) => runText(name, spec));
  return [head(surroundings), ...resources, ...runs, ""].join("\n");
}

function runText(name: string, { of, edition, args }: RunSpec): string {
  const pipelineId = typeof of === "number" ? String(of) : `r[${text(of)}].id`;
  const given = Object.entries(args).map(([key, value]) => `${key}: ${text(value)}`);
  const all = [`pipelineId: ${pipelineId}`, `triggers: { edition: ${String(edition)} }`, ...given];
  return `r[${text(name)}] = new ncloud.PipelineRun(${text(name)}, { ${all.join(", ")} });`;
}

function pipelineText(name: string, spec: Spec, { projectName }: Surroundings): string {
  const { args, provider, within, dependsOn } = spec;
  const parent = within.at(-1);
  const options = [
    ...(parent === undefined ? [] : [`parent: c[${text(parent)}]`]),
    ...(provider === "second" ? ["provider: second"] : []),
    ...(dependsOn.length === 0 ? [] : [`dependsOn: [${dependsOn.map((other) => `at(${text(other)})`).join(", ")}]`]),
    // A creation in doubt is not looked for so long, in every other resource.
    ...(/[02468]$/.test(name) ? ['customTimeouts: { create: "5s" }'] : []),
  ];
  // Every fifth looks its build projects up by name.
  const lookUp = (id: unknown): string | undefined => {
    const found = /[05]$/.test(name) && provider === "default" ? projectName(Number(id)) : undefined;
    return found === undefined ? undefined : `ncloud.getBuildProjectOutput({ name: ${text(found)} }).id`;
  };
  return `r[${text(name)}] = new ncloud.Pipeline(${text(name)}, ${expression(args, lookUp)}, { ${options.join(", ")} });`;
}

/** A value as JavaScript, with references as outputs. */
function expression(value: unknown, lookUp: (projectId: unknown) => string | undefined): string {
  if (isReference(value)) return `r[${text(value.from)}].${value.output}`;
  if (Array.isArray(value)) return `[${value.map((part) => expression(part, lookUp)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return text(value);
  const isBuild = "type" in value && value.type === "SourceBuild";
  const parts = Object.entries(value).map(([key, part]: [string, unknown]) => {
    const found = isBuild && key === "projectId" && !isReference(part) ? lookUp(part) : undefined;
    return `${key}: ${found ?? expression(part, lookUp)}`;
  });
  return `{ ${parts.join(", ")} }`;
}

const text = (value: unknown): string => JSON.stringify(value);

/** `Made` stands for what other providers make for pipelines: its id is not known in a preview, its name is. */
const head = ({ controlUrl, second }: Surroundings): string => `
const pulumi = require("@pulumi/pulumi");
const ncloud = require("pulumi-ncloud-sourcepipeline");
const ask = async (path, body) => {
  const response = await fetch("${controlUrl}/" + path, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};
const maker = {
  async diff(id, olds, news) {
    const replaces = ["kind", "name"].filter((key) => olds[key] !== news[key]);
    return { changes: replaces.length > 0, replaces };
  },
  async create({ kind, name }) {
    const { id } = await ask("make", { kind, name });
    return { id: String(id), outs: { kind, name, projectId: id } };
  },
  async delete(id, { kind, name }) {
    await ask("unmake", { kind, name });
  },
};
class Made extends pulumi.dynamic.Resource {
  constructor(name, args, options) {
    super(maker, name, { projectId: undefined, ...args }, options);
  }
}
class Team extends pulumi.ComponentResource {
  constructor(name, options) {
    super("shop:index:Team", name, {}, options);
    this.registerOutputs({});
  }
}
const second = new ncloud.Provider("second", ${text(second)});
const c = {};
${components.map((name, index) => `c.${name} = new Team("${name}", { parent: c.${components[index - 1] ?? "none"} });`).join("\n")}
const r = {};
const at = (name) => r[name] ?? c[name];
`;
