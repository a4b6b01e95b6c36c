import type { Category } from "../api/error-codes.ts";
import type { Failure, Reason } from "./failure.ts";

const endpoint =
  "Check the endpoint (configuration ncloud:endpoint, else NCLOUD_API_GW) and the platform and site that it stands for.";

const byReason: Readonly<Partial<Record<Reason, string>>> = {
  refused: `${endpoint} Is the service, or the emulator, running there?`,
  unknownHost: endpoint,
  unknownPath: `It may be gone; if everything seems to be missing, the endpoint is wrong. ${endpoint}`,
  redirected: endpoint,
  webPage: `Something other than the API answered, perhaps a proxy. ${endpoint}`,
  notHttp: endpoint,
  badEndpoint: `Set ncloud:endpoint, or NCLOUD_API_GW, to the base URL in front of /api/v1, such as https://vpcsourcepipeline.apigw.ntruss.com.`,
  insecure: `Check the certificate of the host, the proxy in between and NODE_EXTRA_CA_CERTS. ${endpoint}`,
  badKey:
    "Check the access key (ncloud:accessKey, or NCLOUD_ACCESS_KEY) and the region (ncloud:region, or NCLOUD_REGION) for line breaks and characters outside ASCII.",
  interrupted: "Run the command again to go on.",
  deadline: "Run the command again, or allow more time (customTimeouts of the resource).",
  badRequest: "Correct the name or the id.",
};

const byCategory: Readonly<Record<Category, string>> = {
  authentication:
    "Check the access key and the secret key (ncloud:accessKey and ncloud:secretKey, else NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY). `refresh` and `destroy` use the keys stored in the stack's state: add --run-program, or run `up` first, to use new ones.",
  permission:
    "Give the account of this access key a SourcePipeline policy (NCP_VPC_SOURCEPIPELINE_MANAGER, on Classic NCP_SOURCEPIPELINE_MANAGER), or use the key of another account.",
  notFound: "Check the name or the id, the region and the account; it may have been deleted in the console.",
  conflict: "Choose another name, or wait until what is in progress has ended.",
  validation: "Correct what the message names.",
  throttling: "Wait a while and run the command again; fewer stacks at the same time help, too.",
  server: "Run the command again; if it goes on, look at the service's status page.",
  network: "Check the connection to the host and run the command again.",
  unexpectedResponse: `Run the command again. If it stays so, the endpoint may not be the SourcePipeline API. ${endpoint}`,
};

/** What a user can do about a failure: one or two sentences. */
export function remedyOf({ category, reason }: Pick<Failure, "category" | "reason">): string {
  return byReason[reason] ?? byCategory[category];
}
