import { code } from "../markdown.ts";
import { type Declarations, type Member, mergeForms } from "./declarations.ts";

/** How a row says that a program must give something. */
export const required = "**required**";

/**
 * A row of two cells, which fit on a phone: a name, and below what its value is like what it means.
 *
 * @example row("time", "`string`", required, "`HH:mm`.") // ["`time`", "`string`, **required**<br>`HH:mm`."]
 */
export const row = (name: string, type: string, requirement: string, meaning: string): string[] => [
  code(name),
  [[type, requirement].filter(Boolean).join(", "), meaning].filter(Boolean).join("<br>"),
];

/** The heads of such rows. */
export const argumentHead = ["argument", "what it is"] as const;
export const propertyHead = ["property", "what it is"] as const;

/** How a heading is addressed in a link. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, "")
    .replaceAll(" ", "-");

/** The type of a value; a link where the page has a section about it. */
export function typeCell(declarations: Declarations, type: string): string {
  const [name] = namedIn(declarations, type);
  return name === undefined ? code(type) : `[${code(type)}](${elsewhere[name] ?? `#${anchorOf(name)}`})`;
}

/** Types that have no section of their own: a descriptor or the rules describe them, there. */
const elsewhere: Readonly<Record<string, string>> = {
  WarningCode: "rules.md",
  ...described("Task", "SourceBuild task"),
  ...described("SourceBuildTask", "SourceBuild task"),
  ...described("SourceDeployTask", "SourceDeploy task"),
  ...described("Triggers", "Triggers"),
  ...described("RepositoryTrigger", "Repository trigger"),
  ...described("ScheduleTrigger", "Schedule"),
  ...described("PipelineTrigger", "Pipeline trigger"),
};

function described(name: string, heading: string): Record<string, string> {
  const link = `#${anchorOf(heading)}`;
  return { [name]: link, [`${name}Args`]: link };
}

/** Whether a type has no section of its own. */
export const isElsewhere = (name: string): boolean => Object.hasOwn(elsewhere, name);

/** The types of ours in a type, which the page explains. */
const namedIn = ({ types }: Declarations, type: string): string[] =>
  [...type.matchAll(/\b[A-Z]\w+\b/g)].map(([name]) => name).filter((name) => types.has(name) || isElsewhere(name));

/** Rows of arguments: one for each member of any form, with what else there may be instead of it. */
export function argumentRows(
  declarations: Declarations,
  forms: readonly (readonly Member[])[],
  prefix = "",
): string[][] {
  return mergeForms(forms).map((member) =>
    row(`${prefix}${member.name}`, typeCell(declarations, member.type), requirement(member, forms), member.doc),
  );
}

function requirement(member: Member, forms: readonly (readonly Member[])[]): string {
  const without = forms.filter((form) => !has(form, member.name));
  if (without.length === 0) return member.isOptional ? "optional" : required;
  // What the other forms have in its stead: the member that no form has together with it.
  const beside = forms.filter((form) => has(form, member.name)).flat();
  const instead = without.flat().filter(({ name }) => !has(beside, name));
  return `${required} unless ${[...new Set(instead.map(({ name }) => code(name)))].join(", ")} is given`;
}

const has = (form: readonly Member[], name: string): boolean => form.some((member) => member.name === name);

/** Rows of what is returned. */
export const valueRows = (declarations: Declarations, members: readonly Member[]): string[][] =>
  members.map(({ name, type, isOptional, doc }) =>
    row(name, typeCell(declarations, type), isOptional ? "optional" : "", doc),
  );
