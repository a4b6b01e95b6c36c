import { topOf } from "../pulumi/refresh-preview.ts";
import { hasSecret, secretText } from "../pulumi/resource-state.ts";
import type { PipelineState } from "../pulumi/stack-pipeline.ts";
import { change, comparePipelines } from "./compare-pipelines.ts";
import type { Change } from "./drift-report.ts";

/**
 * The differences that the engine saw in a pipeline's inputs, in our words. Nothing that it names is left out: what the
 * comparison cannot explain, because it is a secret or means the same to us, is reported as a whole. Nothing that it does
 * not name is added, such as what the program ignores.
 *
 * @param reported the properties that the engine names; when it names none, all count
 */
export function explainChanges(reported: readonly string[], before: PipelineState, after: PipelineState): Change[] {
  const isReadable = (key: string): boolean =>
    [before, after].every(({ raw, values }) => raw[key] === undefined || Object.hasOwn(values, key));
  const comparable = (state: PipelineState): PipelineState["values"] =>
    Object.fromEntries(Object.entries(state.values).filter(([key]) => isReadable(key)));

  const explained = comparePipelines(comparable(before), comparable(after));
  const named =
    reported.length === 0 ? explained : explained.filter(({ property }) => reported.includes(topOf(property)));
  const rest = reported.filter((key) => !named.some(({ property }) => topOf(property) === key));
  return [...named, ...rest.map((key) => asWhole(key, before.raw[key], after.raw[key]))];
}

function asWhole(property: string, before: unknown, after: unknown): Change {
  const isSecret = hasSecret(before) || hasSecret(after);
  const shown = (value: unknown): unknown => (isSecret && value !== undefined ? secretText : value);
  return change(property, classes[property] ?? "other", "pipeline", shown(before), shown(after));
}

const classes: Readonly<Record<string, Change["class"]>> = {
  description: "description",
  tasks: "task",
  triggers: "trigger",
};
