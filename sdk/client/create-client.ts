import type { Platform, Site } from "../../provider/core/location.ts";
import { endpointOf, platforms, regionCode, sites } from "../../provider/core/location.ts";
import { publicCodes } from "../../provider/core/public-codes.ts";
import { createSourceBuildClient } from "../../provider/services/sourcebuild/api/client.ts";
import { createSourceCommitClient } from "../../provider/services/sourcecommit/api/client.ts";
import { createSourceDeployClient } from "../../provider/services/sourcedeploy/api/client.ts";
import { createSourcePipelineClient } from "../../provider/services/sourcepipeline/api/client.ts";
import type { Client } from "./operations.ts";
import type { SourceBuildClient } from "./source-build.ts";
import type { SourceCommitClient } from "./source-commit.ts";
import type { SourceDeployClient } from "./source-deploy.ts";

/** A client of SourcePipeline, with those of the services of which pipelines are made, and the same keys. */
export interface ServiceClients extends Client {
  /** The operations of SourceCommit. */
  readonly sourceCommit: SourceCommitClient;
  /** The operations of SourceBuild. */
  readonly sourceBuild: SourceBuildClient;
  /** The operations of SourceDeploy. */
  readonly sourceDeploy: SourceDeployClient;
}

/** What a client needs to know: the keys; everything else may be left out. */
export interface ClientOptions {
  /** Access key of the account. */
  readonly accessKey: string;
  /** Secret key of the account; it signs, and is never sent. */
  readonly secretKey: string;
  /** Region code; `KR` unless given. */
  readonly region?: string | undefined;
  /** Which of the vendor's environments; `vpc` unless given. */
  readonly platform?: Platform | undefined;
  /** Which of the vendor's clouds; `public` unless given. */
  readonly site?: Site | undefined;
  /**
   * Base URL of SourcePipeline in front of `/api/v1`; that of site and platform unless given. Those of the other services
   * are derived from it: `http://127.0.0.1:4600` has SourceBuild at `http://127.0.0.1:4600/sourcebuild`.
   */
  readonly endpoint?: string | undefined;
  /** Ends every call of this client, and every wait for a run, as the signal of one call ends that. */
  readonly signal?: AbortSignal | undefined;
  /** Gets what is worth knowing: retries, a clock that is off. Nothing is logged without it; never a secret. */
  readonly log?: (level: "info" | "warning", message: string) => void;
  /** Limits of one attempt, in milliseconds: 5000 to connect and 30000 in all unless given. */
  readonly timeouts?: { readonly connectMs?: number; readonly attemptMs?: number };
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read; `process.env` unless given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * A client of SourcePipeline and of the services of which pipelines are made, with one key: signed, with retries where
 * they are safe, held back where a service asks for it, through the proxy that the environment names.
 *
 * @throws RangeError with code `NCLOUD_CONFIGURATION` for a platform or site that is none; its calls reject with a
 *   `ServiceError`
 * @example
 * const client = createClient({ accessKey, secretKey });
 * const { projectList } = await client.getProjects({});
 * const { buildId } = await client.sourceBuild.startBuild({ projectId: 20632 });
 */
export function createClient(options: ClientOptions): ServiceClients {
  const { region = "KR", platform = "vpc", site = "public", ...rest } = options;
  checkWord("platform", platform, platforms);
  checkWord("site", site, sites);
  const endpoint = options.endpoint ?? endpointOf({ site, platform });
  const common = { ...rest, region: regionCode(region), endpoint };
  const client: ServiceClients = {
    ...createSourcePipelineClient(common),
    sourceCommit: createSourceCommitClient(common),
    sourceBuild: createSourceBuildClient(common),
    sourceDeploy: createSourceDeployClient(common),
  };
  if (options.signal !== undefined) signals.set(client, options.signal);
  return client;
}

/** The signals of clients: a wait between two calls ends with them, too. */
const signals = new WeakMap<object, AbortSignal>();

/** The signal that a client was made with. */
export const signalOf = (client: object): AbortSignal | undefined => signals.get(client);

/** For programs without types: the word would become part of a host's name. */
function checkWord(option: string, word: string, words: readonly string[]): void {
  if (words.includes(word)) return;
  const message = `createClient: ${option}: "${word}" is none. Use one of ${words.map((one) => `"${one}"`).join(", ")}.`;
  throw Object.assign(new RangeError(message), { code: publicCodes.configuration });
}
