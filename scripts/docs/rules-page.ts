import { mapValues } from "../../provider/core/validation/map-values.ts";
import type { DocumentedRule } from "../../provider/core/validation/rule.ts";
import { rules as pipelineRules } from "../../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
import { runRules } from "../../provider/services/sourcepipeline/pipeline-run/rules.ts";
import { blocks, table } from "./markdown.ts";

/** Rules by code, with the class whose arguments break them. */
const rules: Readonly<Record<string, DocumentedRule & { readonly of: string }>> = {
  ...mapValues(pipelineRules, (rule) => ({ ...rule, of: 'Pipeline("shop"' })),
  ...mapValues(runRules, (rule) => ({ ...rule, of: 'PipelineRun("release"' })),
};

/** The page of the rules, all of it read from their table. */
export function rulesPage(): string {
  const codes = Object.keys(rules).sort();
  return blocks(
    "# Rules",
    `What is checked before anything is touched. A message names the path, what is wrong, what to do, and the code of the
rule: \`tasks[1].linkedTasks[0]: Task "biuld" does not exist. Did you mean "build"? [NCSP108]\`. Errors stop a preview or an
update before it changes anything; warnings are shown, and it goes on. What is not known yet, such as the id of a
pipeline that is about to be created, is skipped and checked when it is known. Examples leave out what does not matter.`,
    table(
      ["code", "severity", "rule", "what to do"],
      Object.values(rules)
        .sort(({ code: one }, { code: other }) => (one < other ? -1 : 1))
        .map(({ code, severity, title, hint }) => [link(code), severity, `${title}.`, hint]),
    ),
    ...codes
      .map((code) => rules[code])
      .filter((rule) => rule !== undefined)
      .map(ruleSection),
  );
}

const link = (name: string): string => `[${name}](#${name.toLowerCase()})`;

function ruleSection({ code, severity, title, example, hint, of }: DocumentedRule & { of: string }): string {
  return blocks(
    `## ${code}`,
    `${title}. Broken, it is ${severity === "error" ? "an error" : "a warning"}, as in:`,
    `\`\`\`ts\nnew ncloud.${of}, {\n${example}\n});\n\`\`\``,
    hint,
  );
}
