import { verbsOf } from "../../../../provider/core/resource/verbs.ts";
import { formatProblem } from "../../../../provider/core/validation/problem.ts";
import type { HostUnderTest, VerbsUnderTest } from "./host-under-test.ts";

/** No engine and no hidden inputs: requests go to the verbs as they are. */
export const memoryHost: HostUnderTest = {
  name: "in memory",
  verbsOf: (type) => {
    const { check, diff, preview: _, ...others } = verbsOf(type);
    // Hosts of every resource know its states as objects; those of a type are what the verbs of a type give out.
    const verbs = others as Pick<VerbsUnderTest, keyof typeof others>;
    return {
      ...verbs,
      check: async (request, host) => {
        const result = await check(request, host);
        return "problems" in result ? { reasons: result.problems.map(formatProblem) } : result;
      },
      diff: async (prior, inputs, host) => diff(prior, { ...inputs }, host).replaces,
    };
  },
};
