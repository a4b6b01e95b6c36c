import type { NameIn, Operation, OperationTable } from "./operation.ts";

/** A service, as far as its client has to know it: everything that differs from one service to the next. */
export interface Service<Table extends OperationTable> {
  /** Names of the operations, in the order of the table: the client has a method for each before the table is loaded. */
  readonly operationNames: readonly NameIn<Table>[];
  /** Loads the table, with its schemas: at the first call, so that programs and plugin processes start without it. */
  readonly loadOperations: () => Promise<Table>;
  readonly hints: ServiceHints<NameIn<Table>>;
}

/** What the hints of errors take from a service. */
export interface ServiceHints<Name extends string = string> {
  /** Its name: "SourcePipeline". */
  readonly service: string;
  /** An endpoint that it has: "https://vpcsourcepipeline.apigw.ntruss.com". */
  readonly endpoint: string;
  /** Which policies permit what a client does. */
  readonly policies: string;
  /** What to do about a conflict, by operation and by the service's code. */
  readonly conflicts: Readonly<Partial<Record<Name, Readonly<Record<string, string>>>>>;
  /** The code that a conflict without one counts as. */
  readonly plainConflict: string;
}

/** One row of a service's table, which is loaded for it. */
export async function loadOperation(
  { loadOperations, hints }: Pick<Service<OperationTable>, "loadOperations" | "hints">,
  name: string,
): Promise<Operation> {
  const { [name]: operation } = await loadOperations();
  if (operation === undefined) throw new RangeError(`${hints.service} has no operation "${name}".`);
  return operation;
}
