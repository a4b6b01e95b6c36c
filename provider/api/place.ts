/** Which of the vendor's clouds. */
export const sites = ["public", "gov", "fin"] as const;
export type Site = (typeof sites)[number];

/** Which of its environments; `classic` exists in region KR only. */
export const platforms = ["vpc", "classic"] as const;
export type Platform = (typeof platforms)[number];

/** Where a pipeline lives. */
export interface Place {
  region: string;
  platform: Platform;
  site: Site;
}

const hostLabels: Readonly<Record<Platform, string>> = { vpc: "vpcsourcepipeline", classic: "sourcepipeline" };

const domains: Readonly<Record<Site, string>> = {
  public: "apigw.ntruss.com",
  gov: "apigw.gov-ntruss.com",
  fin: "apigw.fin-ntruss.com",
};

/**
 * The endpoint, without `/api/v1` (reference section 1.1).
 *
 * @example endpointOf({ site: "public", platform: "vpc" }) // "https://vpcsourcepipeline.apigw.ntruss.com"
 */
export function endpointOf({ site, platform }: Pick<Place, "site" | "platform">): string {
  return `https://${hostLabels[platform]}.${domains[site]}`;
}

/**
 * The endpoint for a value of `NCLOUD_API_GW`, read as the vendor's SDK reads it (reference section 1.2): the first
 * `fin-ncloud`, then the first `ncloud`, is replaced by the service's host label.
 *
 * @example endpointOfGateway("https://ncloud.apigw.gov-ntruss.com", "vpc") // "https://vpcsourcepipeline.apigw.gov-ntruss.com"
 */
export function endpointOfGateway(gateway: string, platform: Platform): string {
  const label = hostLabels[platform];
  return gateway.replace("fin-ncloud", label).replace("ncloud", label);
}
