/**
 * Calls an admin route.
 *
 * @param {"POST" | "DELETE"} method
 * @param {string} path below `/_emulator`
 * @param {object} [body]
 * @returns {Promise<any>} what it answered
 * @throws {Error} with the emulator's own words.
 */
export async function callAdmin(method, path, body) {
  const response = await fetch(`/_emulator${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => undefined);
  if (response === undefined) throw new Error("The emulator cannot be reached. Is it still running?");
  const answer = await response.json();
  if (answer.error === undefined) return answer;
  throw new Error(answer.error.details || answer.error.message);
}
