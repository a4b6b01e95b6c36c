/** How often words stand in a text. */
export const count = (text: string, words: string): number => text.split(words).length - 1;

/** What stands under Diagnostics: the rows above repeat it without a terminal. */
export const diagnostics = (output: string): string => output.slice(output.indexOf("Diagnostics:"));
