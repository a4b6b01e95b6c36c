import * as pulumi from "@pulumi/pulumi";
import type {
  PipelineInputs,
  ResolvedTarget,
  Task,
  Triggers,
} from "../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { WarningCode } from "../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
import { nameLinks } from "./builders/name-links.ts";
import { nameTriggers } from "./builders/name-triggers.ts";
import type { TriggersArgs } from "./builders/trigger-args.ts";
import type { TaskArgs } from "./builders/task-args.ts";
import { providerText } from "../provider/hosts/dynamic/provider-text.ts";
import { isTypeOf } from "../provider/hosts/shared/resource-types.ts";
import { registerFinalArguments } from "./declared-class.ts";
import { hostOptions, typeOf } from "./host.ts";
import { pipelineClass } from "./pipeline-mistakes.ts";
import { awaitProblems, problemsKey } from "./preview-problems.ts";
import { refuse, subjectOf, wrongArguments } from "./program-mistakes.ts";
import { storedPipeline } from "./stored-pipelines.ts";

/** What a program says about a pipeline. */
export interface PipelineArgs {
  /**
   * 1 to 30 of `A-Z a-z 0-9 _ -`. Without one, the pipeline is named after the resource, with a few characters that
   * make the name the stack's own. Another name replaces the pipeline.
   */
  name?: pulumi.Input<string | undefined> | undefined;
  /** At most 500 characters. */
  description?: pulumi.Input<string | undefined> | undefined;
  /** What the pipeline runs, at least one; the order in the list means nothing, `linkedTasks` does. */
  tasks: pulumi.Input<readonly pulumi.Input<TaskArgs>[]>;
  /** What starts the pipeline besides a person. */
  triggers?: pulumi.Input<TriggersArgs | undefined> | undefined;
  /**
   * Takes an existing pipeline over instead of creating one: `true` the one of this name, if there is one, or the one
   * of an id. It gets the content of the program; a preview says what that changes. Means nothing once it is managed.
   */
  adopt?: pulumi.Input<boolean | pulumi.ID | number | undefined> | undefined;
  /**
   * Warnings that are not shown of this pipeline: their codes, each with the reason. It is no part of the pipeline: a
   * change of it changes nothing.
   *
   * @example { NCSP406: "the artifact is built by the nightly pipeline" }
   */
  silence?: pulumi.Input<SilenceArgs | undefined> | undefined;
}

/** Warnings that are not shown, by their codes: each with the reason, which must not be empty. */
export type SilenceArgs = Readonly<Partial<Record<WarningCode, pulumi.Input<string | undefined> | undefined>>>;

/**
 * A pipeline of NAVER Cloud SourcePipeline.
 *
 * @example
 * const build = ncloud.getBuildProjectOutput({ name: "shop-api" });
 * const pipeline = new ncloud.Pipeline("shop", {
 *   tasks: [{ name: "build", type: "SourceBuild", projectId: build.id, branch: "main" }],
 *   triggers: { repositories: [{ name: "shop-api", branch: "main" }] },
 * });
 */
export class Pipeline extends pulumi.CustomResource {
  /** The type of a pipeline in a state, under the host of this program; transformations match on it. */
  static get __pulumiType(): string {
    return typeOf("Pipeline");
  }

  /** Its name, given or made from the resource's. */
  declare readonly name: pulumi.Output<string>;
  /** What it is for, as given. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** What it runs, with links by name. */
  declare readonly tasks: pulumi.Output<Task[]>;
  /** What starts it besides a person. */
  declare readonly triggers: pulumi.Output<Triggers | undefined>;
  /** Region the pipeline lives in, such as `KR`. */
  declare readonly region: pulumi.Output<string>;
  /** `vpc` or `classic`. */
  declare readonly platform: pulumi.Output<string>;
  /** `public`, `gov` or `fin`. */
  declare readonly site: pulumi.Output<string>;
  /** The service's ids of the tasks, by the tasks' names, which are therefore never secret. */
  declare readonly taskIds: pulumi.Output<Record<string, number>>;
  /**
   * What the tasks work on, as the service resolved it at the last write, by the tasks' names; without the branches that
   * the program itself names.
   */
  declare readonly resolvedTargets: pulumi.Output<Record<string, ResolvedTarget>>;

  /**
   * Reads a pipeline that this program does not manage.
   *
   * @param name the resource's name in this program
   * @param id the service's id of the pipeline
   * @example const base = ncloud.Pipeline.get("base", "1234");
   */
  static get(name: string, id: pulumi.Input<pulumi.ID | number>, options?: pulumi.CustomResourceOptions): Pipeline {
    if ([undefined, null, ""].includes(id as string))
      refuse([`  Pipeline "${name}", id: The id is missing. Give the id of an existing pipeline.`]);
    return new Pipeline(name, {} as PipelineArgs, { ...options, id: textOf(id) });
  }

  /**
   * Declares a pipeline. Mistakes are found in all pipelines of a program and reported together, in one error.
   *
   * @param name the resource's name in this program
   * @param args what the pipeline is
   * @param options the resource's options, as for every resource
   */
  constructor(name: string, args: PipelineArgs, options: pulumi.CustomResourceOptions = {}) {
    refuse(wrongArguments(subjectOf(pipelineClass, name), args));
    const declared = { ...declaredOutputs, ...inputsOf(args), __provider: providerText };
    super(typeOf("Pipeline"), name, declared, hostOptions("Pipeline", options));
    if (options.id === undefined) awaitProblems(subjectOf(pipelineClass, name), this);
  }

  /** Whether a value is a pipeline, of this or another copy of the package. */
  static override isInstance(value: unknown): value is Pipeline {
    return (
      typeof value === "object" &&
      value !== null &&
      isTypeOf("Pipeline", (value as { __pulumiType?: unknown }).__pulumiType)
    );
  }
}

registerFinalArguments(Pipeline.prototype, {
  ...pipelineClass,
  argumentsOf: (given, { import: imported }) => {
    const args = inputsOf(given);
    // The engine would ask a provider that it cannot load yet: taking over by id comes to the same.
    return imported === undefined ? args : { ...args, adopt: imported };
  },
  stored: (urn, { name, adopt }) => storedPipeline(urn, typeof name === "string" ? name : undefined, Boolean(adopt)),
  takesImport: true,
});

/** The arguments with links by name and triggers by id; a copy, because the SDK changes what it is given. */
const inputsOf = (args: Partial<PipelineArgs> | undefined): pulumi.Inputs => ({
  ...args,
  ...(args?.tasks !== undefined && { tasks: nameLinks(args.tasks) }),
  ...(args?.triggers !== undefined && { triggers: nameTriggers(args.triggers) }),
});

/** The engine knows ids as texts only. */
const textOf = (id: pulumi.Input<pulumi.ID | number>): pulumi.Input<pulumi.ID> =>
  typeof id === "string" ? id : typeof id === "number" ? String(id) : pulumi.output(id).apply(String);

/** The engine fills only properties that it was told of. */
const declaredOutputs: Readonly<Record<keyof PipelineInputs | keyof PipelineOutputs | typeof problemsKey, undefined>> =
  {
    name: undefined,
    description: undefined,
    tasks: undefined,
    triggers: undefined,
    region: undefined,
    platform: undefined,
    site: undefined,
    taskIds: undefined,
    resolvedTargets: undefined,
    [problemsKey]: undefined,
  };

type PipelineOutputs = Pick<Pipeline, "region" | "platform" | "site" | "taskIds" | "resolvedTargets">;
