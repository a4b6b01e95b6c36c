/**
 * A function whose answers are kept, one for each argument list; calls under way are shared, failures are forgotten.
 *
 * @example const branches = memo((repository: string) => client.getBranches({ repositoryName: repository }))
 */
export function memo<Arguments extends readonly (string | number)[], Result>(
  ask: (...values: Arguments) => Promise<Result>,
): (...values: Arguments) => Promise<Result> {
  const answers = new Map<string, Promise<Result>>();
  return (...values) => {
    const key = JSON.stringify(values);
    const known = answers.get(key);
    if (known) return known;
    const answer = ask(...values);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}
