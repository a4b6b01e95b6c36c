/**
 * How a command of this package is typed in any folder: the package is named, because nobody owns the command's name.
 *
 * @param words behind the command's name
 * @example commandLine("run shop") // "npx -p pulumi-ncloud-sourcepipeline sourcepipeline run shop"
 */
export const commandLine = (words: string): string => `npx -p pulumi-ncloud-sourcepipeline sourcepipeline ${words}`;
