/** More problems than this are counted, not told. */
const limit = 10;

/** Problems as one text for `error.details`. */
export const sentences = (problems: readonly string[]): string =>
  [...problems.slice(0, limit), ...(problems.length > limit ? [`And ${problems.length - limit} more.`] : [])].join(" ");
