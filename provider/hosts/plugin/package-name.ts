/*
 * What programs of every language and their states call this package, and what is in it. A promise for ever: see
 * "The plugin's name" in docs/architecture.md.
 */

/** The package, and so the namespace of its settings and the file that the engine looks for. */
export const packageName = "ncloud";

/** The type of a pipeline in a state. */
export const pipelineToken = `${packageName}:index:Pipeline`;

/** The type of a run in a state. */
export const runToken = `${packageName}:index:PipelineRun`;

/** The token of a function. */
export const functionToken = (name: string): string => `${packageName}:index:${name}`;
