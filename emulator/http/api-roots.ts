import { apiRoot } from "../../provider/services/sourcepipeline/api/index.ts";

/** Roots of the service: as the documentation has it, and as the vendor's SDK builds it for VPC and Classic. */
export const apiRoots: readonly string[] = [apiRoot, `/vpcsourcepipeline${apiRoot}`, `/sourcepipeline${apiRoot}`];
