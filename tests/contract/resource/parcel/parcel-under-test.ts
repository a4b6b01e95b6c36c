import type { TypeUnderTest } from "../under-test/type-under-test.ts";
import { refusals } from "./depot.ts";
import { startDepotServer } from "./depot-server.ts";
import { crateType, parcelType } from "./parcel-type.ts";

/** Parcels, served by a depot of the tests' own. */
export const parcelUnderTest: TypeUnderTest = {
  type: parcelType,
  program: (text = "as made") => ({ label: text }),
  textProperty: "label",
  knowsKey: true,
  unusedId: "nobodys",
  refusals,
  emptySuccesses: { "a 200 without a word": { result: {} }, "a 200 that says false": { result: false } },
  startServer: (now) => startDepotServer(false, now),
};

/** Crates, served by a depot that numbers what it keeps. */
export const crateUnderTest: TypeUnderTest = {
  ...parcelUnderTest,
  type: crateType,
  knowsKey: false,
  unusedId: "4711",
  startServer: (now) => startDepotServer(true, now),
};
