import { verbsOf } from "../../core/resource/verbs.ts";
import type { Properties, Property } from "../../core/validation/shape/shape.ts";
import { pipelineDescriptor } from "../../services/sourcepipeline/pipeline/descriptor.ts";
import { pipelineOutputs } from "../../services/sourcepipeline/pipeline/outputs.ts";
import { pipelineType } from "../../services/sourcepipeline/pipeline/pipeline-type.ts";
import { runDescriptor } from "../../services/sourcepipeline/pipeline-run/descriptor.ts";
import { runOutputs } from "../../services/sourcepipeline/pipeline-run/outputs.ts";
import { runVerbs } from "../../services/sourcepipeline/pipeline-run/run-verbs.ts";
import { resourceType, runResourceType } from "../dynamic/provider-text.ts";
import { pipelineToken, runToken } from "./package-name.ts";
import type { ResourceKind } from "./resource-kind.ts";

const text = (doc: string): Property => ({ type: "string", minimum: 1, doc });

/** Where and as whom the state was written. */
const origin: Properties = {
  region: text("Region it lives in, such as `KR`."),
  platform: text("`vpc` or `classic`."),
  site: text("`public`, `gov` or `fin`."),
  account: text("Tells accounts apart: a few hex characters of the access key's hash."),
  endpoint: text("Base URL in front of `/api/v1`."),
};

/** Every kind of resource; nothing else in this host knows one by name. */
export const kinds: readonly ResourceKind[] = [
  {
    token: pipelineToken,
    dynamicType: resourceType,
    doc: "A pipeline of NAVER Cloud SourcePipeline.",
    verbs: verbsOf(pipelineType),
    inputs: pipelineDescriptor,
    outputs: { ...pipelineOutputs, ...origin },
    options: {
      adopt: {
        type: "any",
        optional: true,
        doc: "Takes an existing pipeline over instead of creating one: `true` the one of this name, if there is one, or the one of an id. Means nothing once it is managed.",
      },
      silence: {
        type: "map",
        values: { type: "string", minimum: 1 },
        optional: true,
        doc: "Warnings that are not shown of this pipeline: their codes, each with the reason.",
      },
    },
    list: (session) => pipelineType.list(session),
  },
  {
    token: runToken,
    dynamicType: runResourceType,
    doc: "A run of a pipeline: started once when the resource is created, and again when its `triggers` change. Deleting the resource does nothing to the past; a run that still goes on is canceled.",
    verbs: runVerbs,
    inputs: runDescriptor,
    outputs: { ...runOutputs, ...origin },
    options: {},
  },
];
