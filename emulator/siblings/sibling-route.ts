import type { Service } from "../service.ts";

/** What a read of a sibling service asks for. */
export interface SiblingInput {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** One row of the table of reads that clients of all four services make next to pipelines. */
export interface SiblingRoute {
  /** For the log of requests. */
  readonly operation: string;
  readonly method: "GET" | "POST";
  /** Whole path, with the prefixes that the vendor's SDK puts in front. */
  readonly paths: readonly string[];
  /** Gives what stands under `result`, or throws a ServiceFailure. */
  readonly handle: (service: Service, input: SiblingInput) => object;
  /** Writes the body where it is not the usual one. */
  readonly write?: (result: object) => string;
}
