import { secretSettings, settingDocs, settingNames } from "../../../config/settings.ts";
import { mapValues } from "../../../core/validation/map-values.ts";
import type { Properties } from "../../../core/validation/shape/shape.ts";
import { kinds } from "../kinds.ts";
import { packageName } from "../package-name.ts";
import type { ResourceKind } from "../resource-kind.ts";
import { functionSpecs } from "./function-specs.ts";
import { languages } from "./languages.ts";
import { createSchemaTypes, type PropertySpec, type SchemaTypes } from "./schema-types.ts";

/** What a build says of the package beside what is in it. */
export interface PackageFacts {
  readonly version: string;
  /** Where the engine downloads the plugin from; it is not looked for anywhere unless given. */
  readonly pluginDownloadURL?: string | undefined;
}

/**
 * The schema of the package, from which SDKs of every language are generated: made of the descriptors that the checks
 * are made of. Tasks are flat in it, because generators make plain dictionaries, or nothing typed at all, of unions.
 *
 * @example JSON.stringify(packageSchema({ version: "0.1.0" }))
 */
export function packageSchema({ version, pluginDownloadURL }: PackageFacts): object {
  const types = createSchemaTypes();
  const resources = Object.fromEntries(kinds.map((kind) => [kind.token, resourceSpec(kind, types)]));
  const functions = functionSpecs(types);
  return {
    name: packageName,
    displayName: "NAVER Cloud SourcePipeline",
    version,
    description: "Pipelines of NAVER Cloud SourcePipeline, and their runs.",
    keywords: ["pulumi", "ncloud", "naver-cloud", "sourcepipeline", "category/cloud", "kind/native"],
    license: "Apache-2.0",
    ...(pluginDownloadURL !== undefined && { pluginDownloadURL }),
    config: { variables: settings, defaults: [] },
    provider: { description: "Where and as whom pipelines are made.", inputProperties: settings },
    types: types.types(),
    resources,
    functions,
    language: languages,
  };
}

const settings: Readonly<Record<string, PropertySpec>> = Object.fromEntries(
  settingNames.map((name) => [
    name,
    { type: "string", description: settingDocs[name], ...(secretSettings.has(name) && { secret: true }) },
  ]),
);

function resourceSpec({ doc, inputs, options, outputs, dynamicType, list }: ResourceKind, types: SchemaTypes): object {
  const given = types.object({ ...inputs.properties, ...options });
  // What the inputs are comes back as it was given, under its name; a name that was made is there, too.
  const mirrored = types.object({ ...mapValues(inputs.properties, (property) => named(property)), ...outputs });
  return {
    description: doc,
    inputProperties: given.properties,
    requiredInputs: given.required,
    properties: mirrored.properties,
    required: mirrored.required,
    aliases: [{ type: dynamicType }],
    ...(list !== undefined && { listInputs: types.object(listInputs) }),
  };
}

/** An output has its canonical form: the id of a pipeline is a number. */
function named(property: Properties[string]): Properties[string] {
  const { autonamed: _, ...rest } = property;
  if (rest.type !== "id") return rest;
  const { reference: __, ...canonical } = rest;
  return canonical;
}

const listInputs: Properties = {
  search: { type: "string", minimum: 0, optional: true, doc: "Part of the name, whatever the case; all without it." },
};
