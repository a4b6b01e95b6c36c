/*
 * What every state names a pipeline by. Both are promises for ever: programs, states and import files hold them.
 */

/** Names the provider, twice in each resource of a state; what it names must always be there. */
export const providerText = 'exports.handler = () => require("pulumi-ncloud-sourcepipeline/provider").pipeline()';

/** The same for a run. */
export const runProviderText = 'exports.handler = () => require("pulumi-ncloud-sourcepipeline/provider").pipelineRun()';

/** The type of a run in a state. */
export const runResourceType = "pulumi-nodejs:dynamic/ncloud-sourcepipeline:PipelineRun";

/** The type of a pipeline in a state. */
export const resourceType = "pulumi-nodejs:dynamic/ncloud-sourcepipeline:Pipeline";
