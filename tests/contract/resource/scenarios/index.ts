import type { Scenario } from "../under-test/scenario.ts";
import type { TypeUnderTest } from "../under-test/type-under-test.ts";
import { adopt } from "./adopt.ts";
import { adopted } from "./adopted.ts";
import { changes } from "./changes.ts";
import { gone } from "./gone.ts";
import { identity } from "./identity.ts";
import { interrupts } from "./interrupts.ts";
import { longLists } from "./long-lists.ts";
import { lostCreates } from "./lost-creates.ts";
import { names } from "./names.ts";
import { owners } from "./owners.ts";
import { partialFailures } from "./partial-failures.ts";
import { proof } from "./proof.ts";
import { timeouts } from "./timeouts.ts";

/** The table: what every type of resource does, by area. */
export const scenariosOf = (tested: TypeUnderTest): Readonly<Record<string, readonly Scenario[]>> => ({
  changes,
  "lost creates": lostCreates(tested),
  "partial failures": partialFailures,
  gone,
  identity,
  proof,
  names,
  adopt,
  adopted,
  owners,
  "long lists": longLists,
  timeouts,
  interrupts,
});
