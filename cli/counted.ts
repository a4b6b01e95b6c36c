/** @example counted(2, "pipeline") // "2 pipelines" */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
