import type { Properties, Property } from "../../../core/validation/shape/shape.ts";
import { functions } from "../../../services/sourcepipeline/functions/catalogue.ts";
import {
  type Argument,
  type Arguments,
  functionArguments,
  type FunctionName,
} from "../../../services/sourcepipeline/functions/function-arguments.ts";
import { functionResults } from "../../../services/sourcepipeline/functions/function-results.ts";
import { accountLists } from "../../../services/sourcepipeline/pipeline/references/reference.ts";
import { rules } from "../../../services/sourcepipeline/pipeline/rules/catalogue.ts";
import { functionToken } from "../package-name.ts";
import { listKey } from "../plugin-functions.ts";
import type { SchemaTypes } from "./schema-types.ts";

/** The schema of every function, by its token. */
export const functionSpecs = (types: SchemaTypes): Readonly<Record<string, object>> =>
  Object.fromEntries(
    (Object.keys(functions) as FunctionName[]).map((name) => [functionToken(name), functionSpec(name, types)]),
  );

function functionSpec(name: FunctionName, types: SchemaTypes): object {
  const inputs = types.object(inputsOf(name));
  const outputs = types.object(outputsOf(name));
  return {
    description: functions[name].doc,
    inputs: { type: "object", ...inputs },
    outputs: { type: "object", ...outputs },
  };
}

function inputsOf(name: FunctionName): Properties {
  const { all = {}, oneOf = [] }: Arguments = functionArguments[name];
  const alternatives = oneOf.flatMap((group) => {
    const keys = Object.keys(group);
    return Object.entries(group).map(([key, argument]): [string, Property] => {
      const others = keys.filter((other) => other !== key).map((other) => `\`${other}\``);
      const { doc, ...property } = propertyOf(argument);
      return [key, { ...property, optional: true, doc: `${doc} Not beside ${others.join(" and ")}.` }];
    });
  });
  const every = Object.entries(all).map(([key, argument]) => [key, propertyOf(argument)] as const);
  return Object.fromEntries([...every, ...alternatives]);
}

/** A pipeline's id is what its resource has, a string: so it may be one wherever a pipeline is meant. */
const pipelineReference = { list: accountLists.pipelines, by: "id", rule: rules.NCSP312 } as const;

function propertyOf({ kind, doc }: Argument): Property {
  if (kind === "id") return { type: "id", doc, reference: pipelineReference };
  return { type: "string", minimum: 0, doc, ...(kind === "search" && { optional: true }) };
}

/** The properties of an object; a list stands under a key of its own. */
function outputsOf(name: FunctionName): Properties {
  const result = functionResults[name];
  if (result.type === "object") return result.properties;
  return { [listKey(name)]: { ...result, doc: functions[name].doc } };
}
