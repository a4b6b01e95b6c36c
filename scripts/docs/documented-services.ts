import type { OperationTable } from "../../provider/core/http/operation.ts";
import { operations as buildOperations } from "../../provider/services/sourcebuild/api/operations.ts";
import { operations as commitOperations } from "../../provider/services/sourcecommit/api/operations.ts";
import { operations as deployOperations } from "../../provider/services/sourcedeploy/api/operations.ts";
import { operations } from "../../provider/services/sourcepipeline/api/operations.ts";
import type { ClientTypes } from "./client-methods.ts";

/** A service, as the page of operations describes it. */
export interface DocumentedService {
  readonly title: string;
  readonly endpoint: string;
  /** What holds for all of its operations. */
  readonly intro: string;
  readonly operations: OperationTable;
  readonly types: ClientTypes;
  /** In front of its operations: other services have operations of the same names. */
  readonly prefix: string;
}

/** All of them, in the order of the page. */
export const documentedServices: readonly DocumentedService[] = [
  {
    title: "SourcePipeline",
    endpoint: "https://vpcsourcepipeline.apigw.ntruss.com",
    intro: "Of `pageNo` and `pageSize` give both or neither; `listAll` reads the whole list.",
    operations,
    types: { file: "operations.ts", name: "Client", holder: "client" },
    prefix: "",
  },
  {
    title: "SourceCommit",
    endpoint: "https://sourcecommit.apigw.ntruss.com",
    intro:
      "Writes return a bare `true`: the id of a new repository is learnt by its name, and that may answer 310404 for a while.",
    operations: commitOperations,
    types: { file: "source-commit.ts", name: "SourceCommitClient", holder: "client.sourceCommit" },
    prefix: "sourceCommit.",
  },
  {
    title: "SourceBuild",
    endpoint: "https://sourcebuild.apigw.ntruss.com",
    intro: "The values of `envVars` come back in clear. Cancelling a build is a `DELETE` with a body.",
    operations: buildOperations,
    types: { file: "source-build.ts", name: "SourceBuildClient", holder: "client.sourceBuild" },
    prefix: "sourceBuild.",
  },
  {
    title: "SourceDeploy",
    endpoint: "https://vpcsourcedeploy.apigw.ntruss.com",
    intro:
      "Lists end after 100 entries without saying so, and `pageSize` is at most 100. A deploy project can neither be read alone nor edited. Times are likely in milliseconds.",
    operations: deployOperations,
    types: { file: "source-deploy.ts", name: "SourceDeployClient", holder: "client.sourceDeploy" },
    prefix: "sourceDeploy.",
  },
];
