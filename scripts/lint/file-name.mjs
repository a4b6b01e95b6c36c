import { basename } from "node:path";

// A configuration file may start with the dot that its tool asks for.
const kebabCase = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const drawer = /(^|-)(utils?|helpers?|manager|common|misc)(-|\.)/;

/**
 * Lint rule: files are named in kebab-case after what they export. "utils" says nothing about a file, so such names are
 * refused in the product; tests have their folder of helpers, whose files are named after what they do as well.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const fileName = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: {
      kebabCase: 'File "{{name}}": name it in kebab-case after its main export.',
      drawer: 'File "{{name}}": name it after what it does.',
    },
  },
  create(context) {
    const name = basename(context.filename);
    return {
      Program(node) {
        if (!kebabCase.test(name)) context.report({ node, messageId: "kebabCase", data: { name } });
        else if (drawer.test(name)) context.report({ node, messageId: "drawer", data: { name } });
      },
    };
  },
};
