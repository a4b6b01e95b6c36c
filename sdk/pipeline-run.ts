import * as pulumi from "@pulumi/pulumi";
import { runProviderText } from "../provider/hosts/dynamic/provider-text.ts";
import { isTypeOf } from "../provider/hosts/shared/resource-types.ts";
import { registerFinalArguments } from "./declared-class.ts";
import { hostOptions, typeOf } from "./host.ts";
import { pipelineRunClass } from "./pipeline-run-mistakes.ts";
import { awaitProblems, problemsKey } from "./preview-problems.ts";
import { refuse, subjectOf, wrongArguments } from "./program-mistakes.ts";
import { isStored } from "./stored-pipelines.ts";

/** What a program says about a run. */
export interface PipelineRunArgs {
  /** Id of the pipeline. */
  pipelineId: pulumi.Input<pulumi.ID | number>;
  /**
   * Any values, such as the digest of an image; when they change, the pipeline runs again, as a replacement in the
   * engine's words. Without any, it runs once.
   */
  triggers?: pulumi.Input<Readonly<Record<string, unknown>> | readonly unknown[] | undefined> | undefined;
  /**
   * `success` (unless given): waits for the run, and a failed or canceled one is an error. `end`: waits, and takes any
   * end. `start`: does not wait.
   */
  waitFor?: pulumi.Input<"success" | "end" | "start" | undefined> | undefined;
  /**
   * What to do when a run of the pipeline is under way. `wait` (unless given): for its end, then run. `join`: take that
   * run. `start`: run beside it. `fail`: an error.
   */
  ifRunning?: pulumi.Input<"wait" | "join" | "start" | "fail" | undefined> | undefined;
  /** Whether Ctrl-C cancels the run; `true` unless given. */
  cancelOnInterrupt?: pulumi.Input<boolean | undefined> | undefined;
  /** Whether a run that does not end in time (`customTimeouts.create`, an hour unless given) is canceled; `true` unless given. */
  cancelOnTimeout?: pulumi.Input<boolean | undefined> | undefined;
  /** Whether it runs when the resource is created; `false` records the triggers, and the first change of them runs it. `true` unless given. */
  runOnCreate?: pulumi.Input<boolean | undefined> | undefined;
  /** Whether the next `up` runs it again after a run that failed or was canceled; `false` unless given. */
  retryFailed?: pulumi.Input<boolean | undefined> | undefined;
}

/** How a task of a run stands. */
export interface PipelineRunTask {
  /** `running`, `success`, `failed` or `canceled`. */
  status: string;
  /** The service's own word. */
  rawStatus?: string;
  /** `SourceBuild` or `SourceDeploy`. */
  type?: string;
  /** Id of the build or the deployment. */
  resultId?: string;
}

/**
 * A run of a pipeline: started once when the resource is created, and again when its `triggers` change. Deleting the
 * resource does nothing to the past; a run that still goes on is canceled.
 *
 * @example
 * const shop = ncloud.getPipelineOutput({ name: "shop" });
 * const release = new ncloud.PipelineRun("release", {
 *   pipelineId: shop.id,
 *   triggers: { image: "sha256:4f1c2a" },
 * }, { customTimeouts: { create: "30m" } });
 * export const status = release.status;
 */
export class PipelineRun extends pulumi.CustomResource {
  /** The type of a run in a state; policies match on it. */
  static get __pulumiType(): string {
    return typeOf("PipelineRun");
  }

  /** Id of the pipeline. */
  declare readonly pipelineId: pulumi.Output<number>;
  /** What was given. */
  declare readonly triggers: pulumi.Output<unknown>;
  /** The service's id of the run; none while none was started. */
  declare readonly runId: pulumi.Output<string | undefined>;
  /** `running`, `success`, `failed` or `canceled`; none while none was started. */
  declare readonly status: pulumi.Output<string | undefined>;
  /** The service's own word for the status. */
  declare readonly rawStatus: pulumi.Output<string | undefined>;
  /** What started it, in the service's words: `console` (a person, or a call), `trigger`. */
  declare readonly requestType: pulumi.Output<string | undefined>;
  /** When it began, ISO time. */
  declare readonly begin: pulumi.Output<string | undefined>;
  /** When it ended, ISO time; none while it runs. */
  declare readonly end: pulumi.Output<string | undefined>;
  /** How long it took, in milliseconds; none while it runs. */
  declare readonly durationMs: pulumi.Output<number | undefined>;
  /** Its tasks, by name. */
  declare readonly tasks: pulumi.Output<Record<string, PipelineRunTask> | undefined>;
  /** Region the pipeline lives in, such as `KR`. */
  declare readonly region: pulumi.Output<string>;
  /** `vpc` or `classic`. */
  declare readonly platform: pulumi.Output<string>;
  /** `public`, `gov` or `fin`. */
  declare readonly site: pulumi.Output<string>;

  /**
   * Reads a run that this program did not start.
   *
   * @param name the resource's name in this program
   * @param id the id of the pipeline and that of the run
   * @example const last = ncloud.PipelineRun.get("last", "3101:54001");
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): PipelineRun {
    if ([undefined, null, ""].includes(id as string)) {
      const subject = subjectOf(pipelineRunClass, name);
      refuse([`  ${subject}, id: The id is missing. Give the ids of an existing pipeline and its run, "3101:54001".`]);
    }
    return new PipelineRun(name, {} as PipelineRunArgs, { ...options, id });
  }

  /**
   * Declares a run. Mistakes are found in all pipelines and runs of a program and reported together, in one error.
   *
   * @param name the resource's name in this program
   * @param args which pipeline, and when it runs again
   * @param options the resource's options, as for every resource
   */
  constructor(name: string, args: PipelineRunArgs, options: pulumi.CustomResourceOptions = {}) {
    refuse(wrongArguments(subjectOf(pipelineRunClass, name), args));
    const given = { ...declaredOutputs, ...args, __provider: runProviderText };
    super(typeOf("PipelineRun"), name, given, hostOptions("PipelineRun", options));
    if (options.id === undefined) awaitProblems(subjectOf(pipelineRunClass, name), this);
  }

  /** Whether a value is a run, of this or another copy of the package. */
  static override isInstance(value: unknown): value is PipelineRun {
    const { __pulumiType: type } = (value ?? {}) as { __pulumiType?: unknown };
    return isTypeOf("PipelineRun", type);
  }
}

registerFinalArguments(PipelineRun.prototype, {
  ...pipelineRunClass,
  argumentsOf: (given) => ({ ...given }),
  stored: async (urn) => ({ exists: await isStored(urn) }),
  takesImport: false,
});

/** The engine fills only properties that it was told of. */
const declaredOutputs = {
  pipelineId: undefined,
  triggers: undefined,
  runId: undefined,
  status: undefined,
  rawStatus: undefined,
  requestType: undefined,
  begin: undefined,
  end: undefined,
  durationMs: undefined,
  tasks: undefined,
  region: undefined,
  platform: undefined,
  site: undefined,
  [problemsKey]: undefined,
};
