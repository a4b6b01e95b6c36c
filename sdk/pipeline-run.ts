import * as pulumi from "@pulumi/pulumi";
import { runProviderText, runResourceType } from "../provider/hosts/dynamic/provider-text.ts";
import { ensureLoadable } from "./ensure-loadable.ts";
import { pendingPaths } from "./pending.ts";
import { isStored } from "./stored-pipelines.ts";
import { urnOf } from "./urn.ts";

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
  static readonly __pulumiType: string = runResourceType;

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
    return new PipelineRun(name, {} as PipelineRunArgs, { ...options, id });
  }

  /**
   * Declares a run.
   *
   * @param name the resource's name in this program
   * @param args which pipeline, and when it runs again
   * @param options the resource's options, as for every resource
   */
  constructor(name: string, args: PipelineRunArgs, options: pulumi.CustomResourceOptions = {}) {
    ensureLoadable();
    const context = options.id === undefined ? contextOf(name, args, options) : {};
    const given = { ...declaredOutputs, ...args, __provider: runProviderText, __context: context };
    super(runResourceType, name, given, options);
  }

  /** Whether a value is a run, of this or another copy of the package. */
  static override isInstance(value: unknown): value is PipelineRun {
    const { __pulumiType: type } = (value ?? {}) as { __pulumiType?: unknown };
    return type === runResourceType;
  }
}

/** What the provider cannot learn from the engine; check reads and removes it. Plain values and promises, no outputs. */
function contextOf(
  name: string,
  args: PipelineRunArgs,
  { parent, dependsOn, customTimeouts }: pulumi.CustomResourceOptions,
): pulumi.Inputs {
  const urn = urnOf(runResourceType, name, parent);
  return {
    urn,
    dryRun: pulumi.runtime.isDryRun(),
    pending: pendingPaths(args, { dependsOn, parent }),
    stored: Promise.resolve(urn)
      .then(isStored)
      .then((exists) => ({ exists })),
    ...(customTimeouts === undefined ? {} : { timeouts: { ...customTimeouts } }),
  };
}

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
};
