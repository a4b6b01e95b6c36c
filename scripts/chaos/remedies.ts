import type { Program } from "./program.ts";
import type { Stack } from "./stack.ts";

/** One failure of a command. */
interface Failure {
  readonly resource: string;
  readonly message: string;
}

interface Remedy {
  readonly pattern: RegExp;
  /** Only right when an earlier command said that it does not know what became of the resource, or could not say. */
  readonly needsDoubt: boolean;
  readonly apply: (world: { program: Program; stack: Stack }, resource: string, id: string) => void;
}

/** What a user does who follows a message, by the name under which it is counted. */
const remedies: Readonly<Record<string, Remedy>> = {
  "adopted what was left": {
    pattern: /exists already, with id (\d+)\. To manage it here, add adopt/,
    needsDoubt: true,
    apply: ({ program }, resource, id) => {
      const spec = program.get(resource);
      if (spec) program.set(resource, { ...spec, args: { ...spec.args, adopt: id } });
    },
  },
  "adopt removed, its pipeline is gone": {
    pattern: /adopt: there is no pipeline with id (\d+)/,
    needsDoubt: false,
    apply: ({ program }, resource) => {
      const spec = program.get(resource);
      if (!spec) return;
      const { adopt: _, ...args } = spec.args;
      program.set(resource, { ...spec, args });
    },
  },
  "removed from the state by hand, after a renewed key": {
    pattern: /is not in this account, but the state was written under another access key[^]*"pulumi state delete"/,
    needsDoubt: false,
    apply: ({ stack }, resource) => {
      stack.resources = stack.resources.filter((saved) => saved.resource !== resource);
    },
  },
};

/**
 * Does what a failure's message says.
 *
 * @param isInDoubt whether an earlier command left it open what became of the resource
 * @returns the name of the remedy; undefined when the message is none of those that a sound run may show
 */
export function follow(
  { resource, message }: Failure,
  world: { program: Program; stack: Stack },
  isInDoubt: boolean,
): string | undefined {
  for (const [name, { pattern, needsDoubt, apply }] of Object.entries(remedies)) {
    const match = pattern.exec(message);
    if (match === null || (needsDoubt && !isInDoubt)) continue;
    apply(world, resource, match[1] ?? "");
    return name;
  }
  return undefined;
}
