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
