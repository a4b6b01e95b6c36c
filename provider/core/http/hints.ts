import type { Category } from "./error-codes.ts";
import type { Failure, Reason } from "./failure.ts";
import type { ServiceHints } from "./service.ts";

const checkEndpoint =
  "Check the endpoint (configuration ncloud:endpoint, else NCLOUD_API_GW) and the platform and site that it stands for.";

const withoutProxy = "If the host is reached without a proxy, name it in NO_PROXY.";

/** `{variable}` stands for the one that names the proxy, `{endpoint}` for one that the service has. */
const byReason: Readonly<Partial<Record<Reason, string>>> = {
  refused: `${checkEndpoint} Is the service, or the emulator, running there?`,
  unknownHost: checkEndpoint,
  unknownPath: `It may be gone; if everything seems to be missing, the endpoint is wrong. ${checkEndpoint}`,
  redirected: checkEndpoint,
  webPage: `Something other than the API answered, perhaps a proxy. ${checkEndpoint}`,
  notHttp: checkEndpoint,
  badEndpoint: `Set ncloud:endpoint, or NCLOUD_API_GW, to the base URL in front of /api/v1, such as {endpoint}.`,
  insecure: `Check the certificate of the host, the proxy in between and NODE_EXTRA_CA_CERTS. ${checkEndpoint}`,
  proxyUnreachable: `Check the proxy in {variable}. ${withoutProxy}`,
  proxyAuthentication:
    "Put the user name and the password of the proxy into {variable}, as in http://user:password@host:port, or correct them there. Of the ways to log in, Basic is supported.",
  proxyRefused: `Ask whoever runs the proxy to allow the host, or check {variable}. ${withoutProxy}`,
  proxyFailed: `${checkEndpoint} ${withoutProxy}`,
  badProxy:
    "Set it to an address such as http://proxy.example.com:3128, with special characters of a password written as %23 and the like, or unset it.",
  badKey:
    "Check the access key (ncloud:accessKey, or NCLOUD_ACCESS_KEY) and the region (ncloud:region, or NCLOUD_REGION) for line breaks and characters outside ASCII.",
  interrupted: "Run the command again to go on.",
  deadline: "Run the command again, or allow more time (customTimeouts of the resource).",
  badRequest: "Correct the name or the id.",
};

const missingThere = `The server at this address does not offer this operation. ${checkEndpoint}`;

const byStatus: Readonly<Partial<Record<number, string>>> = { 501: missingThere, 505: missingThere };

/** `{service}` stands for its name, `{policies}` for those that permit what a client does. */
const byCategory: Readonly<Record<Category, string>> = {
  authentication:
    "Check the access key and the secret key (ncloud:accessKey and ncloud:secretKey, else NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY). `refresh` and `destroy` use the keys stored in the stack's state: add --run-program, or run `up` first, to use new ones.",
  permission: "Give the account of this access key a {service} policy ({policies}), or use the key of another account.",
  notFound: "Check the name or the id, the region and the account; it may have been deleted in the console.",
  conflict: "The service refuses this in its present state, and does not say why. Run the command again later.",
  validation: "Correct what the message names.",
  throttling: "Wait a while and run the command again; fewer stacks at the same time help, too.",
  server: "Run the command again; if it goes on, look at the service's status page.",
  network: "Check the connection to the host and run the command again.",
  unexpectedResponse: `Run the command again. If it stays so, the endpoint may not be the {service} API. ${checkEndpoint}`,
};

/**
 * What a user can do about a failure of an operation: one or two sentences.
 *
 * @param hints What the service has to say of its own.
 */
export function hintOf(failure: Failure, operation: string, hints: ServiceHints): string {
  const { category, reason, status = 0 } = failure;
  if (category === "conflict") return hintOfConflict(failure, operation, hints);
  const { service, endpoint, policies } = hints;
  const variable = failure.proxy?.variable ?? "HTTPS_PROXY or HTTP_PROXY";
  const words: Readonly<Record<string, string>> = { service, endpoint, policies, variable };
  const hint = byReason[reason] ?? byStatus[status] ?? byCategory[category];
  return hint.replaceAll(/\{(\w+)\}/g, (_, word: string) => words[word] ?? "");
}

function hintOfConflict(failure: Failure, operation: string, { conflicts, plainConflict }: ServiceHints): string {
  const saysWhy = "The service refuses this in its present state; its own words above say why.";
  const hint = conflicts[operation]?.[failure.serviceCode || plainConflict];
  return hint ?? (failure.serviceMessage ? saysWhy : byCategory.conflict);
}
