import { ServiceFailure } from "../failure.ts";
import type { Page } from "../operations/handler.ts";

/** `pageNo` and `pageSize`, both or neither; neither asks for the whole list (reference section 2). */
export function parsePage(query: URLSearchParams): Page | undefined {
  const [pageNo, pageSize] = [query.get("pageNo"), query.get("pageSize")];
  if (pageNo === null && pageSize === null) return undefined;
  return { number: parseCount("pageNo", pageNo), size: parseCount("pageSize", pageSize) };
}

function parseCount(name: string, value: string | null): number {
  if (value !== null && /^[1-9]\d{0,8}$/.test(value)) return Number(value);
  const problem = value === null ? "is missing, it belongs to the other one" : `is ${value}, expected a number from 1`;
  throw new ServiceFailure("invalid", `${name}: ${problem}.`);
}
