/** The keys by which an account is asked. */
export type KeyName = "accessKey" | "secretKey";

/**
 * Where keys can be given besides the environment and the file: in a stack's configuration, with the option `--stack`
 * of a command, which takes it from there, or nowhere.
 */
export type KeySource = "configuration" | "option" | "nowhere";

const words: Readonly<Record<KeyName, string>> = { accessKey: "access key", secretKey: "secret key" };
const variables: Readonly<Record<KeyName, string>> = {
  accessKey: "NCLOUD_ACCESS_KEY",
  secretKey: "NCLOUD_SECRET_KEY",
};
/** Without a value: the command asks for it, and no history of a shell keeps it. */
const commands: Readonly<Record<KeyName, string>> = {
  accessKey: '"pulumi config set ncloud:accessKey"',
  secretKey: '"pulumi config set --secret ncloud:secretKey"',
};

/** The variable that holds a key. */
export const variableOf = (key: KeyName): string => variables[key];

/**
 * That keys are missing, and all the ways to give them, a few sentences.
 *
 * @param keys those that are missing, at least one
 * @param profile of `~/.ncloud/configure`
 * @example describeMissingKeys(["secretKey"], "DEFAULT", "nowhere")
 * // "There is no secret key for NAVER Cloud. Set NCLOUD_SECRET_KEY, or write it to the profile DEFAULT of …"
 */
export function describeMissingKeys(keys: readonly KeyName[], profile: string, source: KeySource): string {
  const named = keys.map((key) => `no ${words[key]}`).join(" and ");
  const set = keys.map((key) => variables[key]).join(" and ");
  const them = keys.length === 1 ? "it" : "them";
  const file = `write ${them} to the profile ${profile} of ~/.ncloud/configure`;
  const ways: Readonly<Record<KeySource, string>> = {
    configuration: `Run ${keys.map((key) => commands[key]).join(" and ")}, set ${set}, or ${file}.`,
    option: `Set ${set}, ${file}, or give --stack, which takes ${them} from a stack's configuration.`,
    nowhere: `Set ${set}, or ${file}.`,
  };
  return `There is ${named} for NAVER Cloud. ${ways[source]}`;
}
