/** Which of the vendor's clouds. */
export const sites = ["public", "gov", "fin"] as const;
export type Site = (typeof sites)[number];

/** Which of its environments; `classic` exists in region KR only. */
export const platforms = ["vpc", "classic"] as const;
export type Platform = (typeof platforms)[number];

/** Where a pipeline lives. */
export interface Location {
  /** Code such as `KR`; states of earlier versions may have it in lowercase. */
  region: string;
  platform: Platform;
  site: Site;
}

/** The location that a state names; undefined when it names none, as after an import or on `get`. */
export function locationOf({ region, platform, site }: Partial<Location>): Location | undefined {
  return region !== undefined && platform !== undefined && site !== undefined ? { region, platform, site } : undefined;
}

const hostLabels: Readonly<Record<Platform, string>> = { vpc: "vpcsourcepipeline", classic: "sourcepipeline" };

const domains: Readonly<Record<Site, string>> = {
  public: "apigw.ntruss.com",
  gov: "apigw.gov-ntruss.com",
  fin: "apigw.fin-ntruss.com",
};

/** A region code as the service writes it: `kr` and `KR` are one region. */
export const regionCode = (region: string): string => region.toUpperCase();

/** What the configuration says of addresses, at most one of which is used. */
export interface Addresses {
  /** Base URL in front of `/api/v1`; it holds for every location. */
  readonly endpoint?: string | undefined;
  /** Value of `NCLOUD_API_GW`: a template that is expanded for each location. */
  readonly gateway?: string | undefined;
}

/**
 * The endpoint of a location, without `/api/v1`: the one that was given, else the gateway, else the vendor's own. As in
 * the vendor's Terraform provider, `gov` and `fin` are never looked for at the vendor's gateway of another site, whose
 * keys are others.
 *
 * @example endpointAt({ site: "public", platform: "classic" }, { gateway: "http://127.0.0.1:4600/ncloud" })
 * // "http://127.0.0.1:4600/sourcepipeline"
 */
export function endpointAt(location: Pick<Location, "site" | "platform">, { endpoint, gateway }: Addresses): string {
  if (endpoint !== undefined) return endpoint;
  if (gateway === undefined || isOfOtherSite(gateway, location.site)) return endpointOf(location);
  return endpointOfGateway(gateway, location.platform);
}

function isOfOtherSite(gateway: string, site: Site): boolean {
  if (site === "public" || !URL.canParse(gateway)) return false;
  const { hostname } = new URL(gateway);
  return sites.some((other) => other !== site && hostname.endsWith(`.${domains[other]}`));
}

/**
 * The endpoint, without `/api/v1` (reference section 1.1).
 *
 * @example endpointOf({ site: "public", platform: "vpc" }) // "https://vpcsourcepipeline.apigw.ntruss.com"
 */
export function endpointOf({ site, platform }: Pick<Location, "site" | "platform">): string {
  return `https://${hostLabels[platform]}.${domains[site]}`;
}

/**
 * The endpoint for a value of `NCLOUD_API_GW`, read as the vendor's SDK reads it (reference section 1.2): the first
 * `fin-ncloud`, then the first `ncloud`, is replaced by the service's host label. A value without them holds for every
 * platform.
 *
 * @example endpointOfGateway("https://ncloud.apigw.gov-ntruss.com", "vpc") // "https://vpcsourcepipeline.apigw.gov-ntruss.com"
 */
export function endpointOfGateway(gateway: string, platform: Platform): string {
  const label = hostLabels[platform];
  return gateway.replace("fin-ncloud", label).replace("ncloud", label);
}

/** The services of which pipelines are made. */
export const relatedServices = ["sourcecommit", "sourcebuild", "sourcedeploy"] as const;
export type RelatedService = (typeof relatedServices)[number];

/** Host labels of the related services (section 1.1 of their reference): two of them have one for both platforms. */
const relatedLabels: Readonly<Record<RelatedService, Readonly<Record<Platform, string>>>> = {
  sourcecommit: { vpc: "sourcecommit", classic: "sourcecommit" },
  sourcebuild: { vpc: "sourcebuild", classic: "sourcebuild" },
  sourcedeploy: { vpc: "vpcsourcedeploy", classic: "sourcedeploy" },
};

/** The label as a part of its own: of a host's name, or of a path. */
const pipelineLabel = /(?<=^https?:\/\/|[/.])(vpc)?sourcepipeline(?=[./:]|$)/;

/**
 * The endpoint of a related service beside that of SourcePipeline, without `/api/v1`: the label in the host's name or in
 * the path is that of the service. An endpoint without one gets it as a path, as an emulator serves it and as the
 * vendor's SDK builds it from `NCLOUD_API_GW`.
 *
 * @example relatedEndpoint("https://vpcsourcepipeline.apigw.gov-ntruss.com", "sourcebuild")
 * // "https://sourcebuild.apigw.gov-ntruss.com"
 * @example relatedEndpoint("http://127.0.0.1:4600", "sourcedeploy") // "http://127.0.0.1:4600/vpcsourcedeploy"
 */
export function relatedEndpoint(endpoint: string, service: RelatedService): string {
  const labels = relatedLabels[service];
  if (!pipelineLabel.test(endpoint)) return `${endpoint.replace(/\/+$/, "")}/${labels.vpc}`;
  return endpoint.replace(pipelineLabel, (label) => (label === hostLabels.classic ? labels.classic : labels.vpc));
}

/**
 * Every name that a service has in any location, SourcePipeline's own among them.
 *
 * @example hostNamesOf("sourcebuild") // ["sourcebuild.apigw.ntruss.com", "sourcebuild.apigw.gov-ntruss.com", …]
 */
export const hostNamesOf = (service: RelatedService | "sourcepipeline"): string[] => {
  const labels = service === "sourcepipeline" ? hostLabels : relatedLabels[service];
  return [...new Set(Object.values(labels))].flatMap((label) => sites.map((site) => `${label}.${domains[site]}`));
};
