/** How long whoever looks something up for a program may ask the service, in milliseconds. */
export const lookUpMs = 120_000;

/** How old a list may be that lacks something, in a preview, where nothing is made meanwhile; in milliseconds. */
export const previewToleranceMs = 5_000;
