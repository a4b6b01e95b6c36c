import { type CheckFacts, withAccountProblems } from "../../../provider/core/resource/index.ts";
import type { Session } from "../../../provider/core/session.ts";
import type { Problem } from "../../../provider/core/validation/problem.ts";
import { isUnknown } from "../../../provider/core/validation/unknown.ts";
import type { ResourceName } from "../../../provider/hosts/shared/resource-types.ts";
import { pipelineType } from "../../../provider/services/sourcepipeline/pipeline/pipeline-type.ts";
import { runReferences } from "../../../provider/services/sourcepipeline/pipeline-run/check-run.ts";
import { parseRun, type RunInputs } from "../../../provider/services/sourcepipeline/pipeline-run/pipeline-run.ts";

/** A class of resources whose mistakes a check of a program finds. */
export interface CheckedClass {
  /** As programs write it. */
  readonly name: ResourceName;
  /** Reads arguments in their plain form. */
  readonly read: (program: Readonly<Record<string, unknown>>, facts: CheckFacts) => ReadArguments;
  /** Of resources that may not share a name: the mistake of the later one. */
  readonly sharedName?: (message: string) => Problem;
}

/** The arguments of a resource, checked as far as that is possible without its account. */
interface ReadArguments {
  readonly problems: readonly Problem[];
  /** The name that no other resource of the class may have, as far as it is known. */
  readonly name?: string;
  /** Lets the checks of others know what the program says of it. */
  readonly declare?: (session: Session) => void;
  /** Everything that is wrong in view of the account, these problems included. */
  readonly inAccount: (problems: readonly Problem[]) => Promise<Problem[]>;
}

/** Stands for a name that is made from the resource's, and that the service always allows. */
const autonamed = "autonamed";

/** What is said at a preview is said here. */
const preview = { isPreview: true };

export const checkedClasses: Readonly<Record<"pipelines" | "runs", CheckedClass>> = {
  pipelines: {
    name: "Pipeline",
    read: ({ adopt: _, ...program }, facts) => {
      const { value, problems } = pipelineType.check({ ...program, name: program["name"] ?? autonamed }, facts);
      const { name } = value;
      return {
        problems,
        ...(!isUnknown(name) &&
          name !== autonamed && { name, declare: (session) => pipelineType.checked?.(value, session) }),
        inAccount: (own) => withAccountProblems(pipelineType, value, own, facts, preview),
      };
    },
    sharedName: (message) => pipelineType.sharedName(message),
  },
  runs: {
    name: "PipelineRun",
    read: (program, facts) => {
      const { value, problems } = parseRun(program);
      return {
        problems,
        inAccount: (own) => withAccountProblems(runReferences, value as RunInputs, own, facts, preview),
      };
    },
  },
};
