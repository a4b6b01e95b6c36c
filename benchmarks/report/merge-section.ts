import type { Report, Section } from "./report.ts";

/** A report with a section in place of the one of the same name. Ratios are of one section, and so of one run. */
export function mergeSection(report: Report, section: Section, order: readonly string[]): Report {
  const others = report.sections.filter(({ name }) => name !== section.name);
  const sections = [...others, section].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
  return { ...report, sections };
}
