import { type RuleCode, rules } from "../../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
import { blocks, table } from "./markdown.ts";

/** The page of the rules, all of it read from their table. */
export function rulesPage(): string {
  const codes = (Object.keys(rules) as RuleCode[]).sort();
  return blocks(
    "# Rules",
    `What is checked before anything is touched. A message names the place, what is wrong, what to do, and the code of the
rule: \`tasks[1].linkedTasks[0]: There is no task "biuld". Did you mean "build"? [NCSP108]\`. Errors stop a preview or an
update before it changes anything; warnings are shown, and it goes on. What is not known yet, such as the id of a
pipeline that is about to be created, is skipped and checked when it is known. Examples leave out what does not matter.`,
    table(
      ["code", "severity", "rule", "what to do"],
      codes.map((name) => [link(name), rules[name].severity, `${rules[name].title}.`, rules[name].hint]),
    ),
    ...codes.map(ruleSection),
  );
}

const link = (name: RuleCode): string => `[${name}](#${name.toLowerCase()})`;

function ruleSection(name: RuleCode): string {
  const { severity, title, example, hint } = rules[name];
  return blocks(
    `## ${name}`,
    `${title}. Broken, it is ${severity === "error" ? "an error" : "a warning"}, as in:`,
    `\`\`\`ts\nnew ncloud.Pipeline("shop", {\n${example}\n});\n\`\`\``,
    hint,
  );
}
