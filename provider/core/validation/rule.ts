/** Errors stop a resource from being written; warnings are shown, and it is written all the same. */
export type Severity = "error" | "warning";

/** A rule that the inputs of a resource must keep, as its users read about it. */
export interface Rule {
  /** Stable: a code that is no longer used is not given away again. */
  readonly code: string;
  readonly severity: Severity;
  /** What holds where the rule is kept. */
  readonly title: string;
  /** What to do, a sentence; messages that know more say more. */
  readonly hint: string;
  /**
   * What it is about, where others go by it: the shape of values, without which what they refer to cannot be looked up;
   * or a list of the account, and so no resource by itself. Absent: a resource.
   */
  readonly about?: "shape" | "list";
}

/** A rule with inputs that break it, for the documentation. */
export interface DocumentedRule extends Rule {
  readonly example: string;
}

/** A table of rules: each knows the code that it stands under. */
export type Rules<Table> = { readonly [Code in keyof Table & string]: Table[Code] & { readonly code: Code } };

/**
 * Makes a table of rules.
 *
 * @example defineRules({ NCSP103: { severity: "error", title: "A pipeline has at least one task", hint: "Add one." } })
 */
export function defineRules<const Table extends Readonly<Record<string, Omit<Rule, "code">>>>(
  table: Table,
): Rules<Table> {
  return Object.fromEntries(Object.entries(table).map(([code, rule]) => [code, { code, ...rule }])) as Rules<Table>;
}
