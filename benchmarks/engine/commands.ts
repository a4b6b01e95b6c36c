/** What users type, in the order in which it is measured. */
export const commands = {
  up: ["up", "--yes"],
  "unchanged up": ["up", "--yes"],
  preview: ["preview"],
  refresh: ["refresh", "--yes"],
  destroy: ["destroy", "--yes"],
} as const satisfies Record<string, readonly string[]>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as CommandName[];
