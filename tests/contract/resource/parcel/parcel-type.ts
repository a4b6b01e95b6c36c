import {
  defineResourceType,
  type OperationContext,
  type ResourceType,
} from "../../../../provider/core/resource/index.ts";
import { createResourceList } from "../../../../provider/core/resource-list.ts";
import type { Session } from "../../../../provider/core/session.ts";
import { problem } from "../../../../provider/core/validation/problem.ts";
import { defineRules } from "../../../../provider/core/validation/rule.ts";
import { createDepotClient, openParcels, type Parcel } from "./depot.ts";

/** A parcel as a program states it. */
interface ParcelInputs {
  readonly name: string;
  /** The service does not tell "Fragile" from "fragile". */
  readonly label: string;
}

const rules = defineRules({
  NCSP801: { severity: "error", title: "A parcel has a label", hint: "Give one." },
  NCSP802: { severity: "error", title: "A name is that of one parcel", hint: "Give one of them another name." },
  NCSP804: { severity: "error", title: "A parcel's name is short", hint: "Give a shorter one." },
  NCSP803: { severity: "error", title: "The name of a new parcel is free", hint: "Give another name." },
});

const nameLimits = { minimum: 1, maximum: 20, pattern: /^[\w-]+$/ };

const openDepot = (session: Session) => {
  const client = session.createClient(createDepotClient);
  return { client, parcels: createResourceList(() => openParcels(client), session.now) };
};
const depotOf = (session: Session) => session.shared(openDepot);

const isSameLabel = (one = "", other = ""): boolean => one.toLowerCase() === other.toLowerCase();

/** What parcels of all depots have in common: no response to a write says anything, and every change replaces. */
const common = {
  listHint: "The depot's counter lists those that exist.",
  autoname: { maximum: nameLimits.maximum },
  descriptor: {
    type: "object",
    noun: "a parcel",
    properties: {
      name: { type: "name", limits: nameLimits, rule: rules.NCSP804, replaces: true, doc: "Name." },
      label: { type: "string", minimum: 1, doc: "What is written on it." },
    },
  },
  outputs: ["barcode"],
  wasRead: ({ barcode }) => barcode !== undefined,

  check: (inputs) => {
    const value = inputs as ParcelInputs;
    const problems = value.label === "" ? [problem(rules.NCSP801, "label", "The label is empty.")] : [];
    return { value, problems };
  },
  listOf: () => {
    throw new TypeError("A parcel refers to nothing.");
  },
  checkGathered: async () => [],
  sharedName: (message) => problem(rules.NCSP802, "name", message),
  takenName: (message, hint) => problem(rules.NCSP803, "name", message, hint),
  rules,

  suppressEquivalent: (prior, inputs) =>
    prior.label !== undefined && isSameLabel(prior.label, inputs.label) ? { ...inputs, label: prior.label } : inputs,
  isEquivalent: (one, other) => isSameLabel(one.label, other.label),
  fromRemote: ({ name, label }, prior) => ({
    name,
    label: prior.label !== undefined && isSameLabel(prior.label, label) ? prior.label : label,
  }),
  additionsOf: ({ barcode }) => ({ barcode }),
  additionsUnread: (_, { barcode }) => (barcode === undefined ? {} : { barcode }),
  hasRecordedLabels: ({ barcode }, recorded) => barcode === recorded["barcode"],

  list: (session) => depotOf(session).parcels,
  get: (key, { session, options }) => depotOf(session).client.getParcel({ parcelKey: key }, options()),
  delete: async (key, { session, options }) => {
    await depotOf(session).client.discardParcel({ parcelKey: key }, options());
  },
  saysNameTaken: ({ serviceCode }) => serviceCode === "990405",
} satisfies Partial<ResourceType<ParcelInputs, Parcel>>;

async function send({ name, label }: ParcelInputs, { session, options }: OperationContext): Promise<void> {
  await depotOf(session).client.sendParcel({ body: { name, label } }, options());
}

/** A type that goes by its name. */
export const parcelType = defineResourceType<ParcelInputs, Parcel>({
  ...common,
  noun: "parcel",
  exampleId: "parcel-of-mine",
  parseId: (id) => (/^[\w-]+$/.test(id) ? id : undefined),
  create: async (inputs, context) => {
    await send(inputs, context);
    return inputs.name;
  },
});

/** A type that goes by a number, which only the list tells. */
export const crateType = defineResourceType<ParcelInputs, Parcel>({
  ...common,
  noun: "crate",
  exampleId: "12",
  parseId: (id) => (/^\d+$/.test(id) ? Number(id) : undefined),
  create: async (inputs, context) => {
    await send(inputs, context);
    return undefined;
  },
});
