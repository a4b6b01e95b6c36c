/** What goes on the wire; a body that is undefined means none. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const jsonHeaders = { "content-type": "application/json;charset=UTF-8" } as const;

/** An answer in JSON; no newline at the end, because the vendor's SDK counts bytes from there (reference 1.5). */
export const jsonAnswer = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { ...jsonHeaders, ...headers },
  body: JSON.stringify(value),
});
