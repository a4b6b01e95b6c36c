import type { Operation, PathParameter } from "../../provider/core/http/operation.ts";
import type { Service } from "../service.ts";

/** What a request to a related service asks for, checked and in its types. */
export interface RelatedInput<Row extends Operation = Operation> {
  readonly parameters: PathValues<Row["path"]>;
  readonly body: BodyOf<Row>;
  readonly query: URLSearchParams;
  /** Who asks: of the account itself, `emulator`. */
  readonly user: string;
  /** Whether that is a sub-account. */
  readonly isSubAccount: boolean;
}

/** Does the work of one operation: gives what stands under `result`, or throws a ServiceFailure. Knows no HTTP. */
type RelatedHandler<Row extends Operation> = (input: RelatedInput<Row>, service: Service) => unknown;

/** A handler for each operation of a table. */
export type RelatedHandlers<Table> = {
  readonly [Name in keyof Table]: RelatedHandler<Extract<Table[Name], Operation>>;
};

/** Ids and numbers are numbers, everything else in a path is a string. */
type PathValues<Path extends string> = {
  readonly [Name in PathParameter<Path>]: Name extends `${string}Id` | "endtime" ? number : string;
};

type BodyOf<Row extends Operation> = Row extends { body: { parse: (...given: never[]) => infer Value } }
  ? Value
  : undefined;
