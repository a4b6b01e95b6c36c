import type { Program } from "../programs/program.ts";

/** What a user can change who follows a message. */
export interface Hands {
  readonly program: Program;
  /** `pulumi state delete`. */
  readonly removeFromState: (resource: string) => void;
}

interface Hint {
  readonly pattern: RegExp;
  /** Only right when an earlier command said that it does not know what became of the resource, or could not say. */
  readonly needsDoubt: boolean;
  readonly apply: (hands: Hands, resource: string, id: string) => void;
}

/** What a user does who follows a message, by the name under which it is counted. */
const hints: Readonly<Record<string, Hint>> = {
  "run again, with other triggers": {
    pattern: /To run it again, change triggers|to start another one, change triggers/,
    needsDoubt: false,
    apply: ({ program: { runs } }, resource) => {
      const spec = runs.get(resource);
      if (spec) runs.set(resource, { ...spec, edition: spec.edition + 1 });
    },
  },
  "run later, because another one was under way": {
    pattern: /is under way, and ifRunning is "fail"/,
    needsDoubt: false,
    apply: () => undefined,
  },
  "adopted what was left": {
    pattern: /exists already, with id (\d+)\. To manage it here, add adopt/,
    needsDoubt: true,
    apply: ({ program: { pipelines } }, resource, id) => {
      const spec = pipelines.get(resource);
      if (spec) pipelines.set(resource, { ...spec, args: { ...spec.args, adopt: id } });
    },
  },
  "adopt removed, its pipeline is gone": {
    pattern: /adopt: there is no pipeline with id (\d+)/,
    needsDoubt: false,
    apply: ({ program: { pipelines } }, resource) => {
      const spec = pipelines.get(resource);
      if (!spec) return;
      const { adopt: _, ...args } = spec.args;
      pipelines.set(resource, { ...spec, args });
    },
  },
  "run removed from the state by hand, after a renewed key": {
    pattern: /its state was written under another access key, and is not known[^]*"pulumi state delete"/,
    needsDoubt: false,
    apply: ({ removeFromState }, resource) => removeFromState(resource),
  },
  "removed from the state by hand, after a renewed key": {
    pattern: /is not in this account, but the state was written under another access key[^]*"pulumi state delete"/,
    needsDoubt: false,
    apply: ({ removeFromState }, resource) => removeFromState(resource),
  },
};

/**
 * Does what a failure's message says.
 *
 * @param isInDoubt whether an earlier command left it open what became of the resource
 * @returns the name of the hint; undefined when the message is none of those that a sound run may show
 */
export function followHint(
  { resource, message }: { readonly resource: string; readonly message: string },
  hands: Hands,
  isInDoubt: boolean,
): string | undefined {
  for (const [name, { pattern, needsDoubt, apply }] of Object.entries(hints)) {
    const match = pattern.exec(message);
    if (match === null || (needsDoubt && !isInDoubt)) continue;
    apply(hands, resource, match[1] ?? "");
    return name;
  }
  return undefined;
}
