/** What the figures mean, in words; the figures themselves stand in the tables. */
export const findings = `## Findings

**Where the time over the floor goes.** Profiles of the plugin process under 200 pipelines show no place where this
package waits for itself. What is left, in this order:

1. The requests. A command handles each pipeline with one or two requests and lives for some seconds only, so most of
   its requests run through code that V8 has not compiled yet; most of that is Node's HTTP and got. The section on the
   client shows what a request costs once that is over, and how it is split between got and this package. A create has a
   connection of its own, because a kept one may close under a request that must not be repeated.
2. The start of the client: got and zod are loaded with the first request of a process, and \`up\` and \`refresh\` are two
   processes each, one that shows and one that does. A stack of one pipeline pays for that and for little else.
3. The checks: shape and graph in the constructor, and in the plugin's process these, schedules and what the account
   has; all of that twice in an \`up\`.

**Why \`refresh\` misses its aim.** The floor does nothing at all, in a few milliseconds for each resource, and a
refresh of a pipeline is one request in each of two processes. Bare got would miss it, too; asking for fewer would mean
to believe a list that shows names only.

**The clock and the processors.** In these runs the emulator shares the machine with the engine, which has two cores in
all and other work beside this. Times on the clock therefore vary by a good part from round to round, and a single round
says little; processor time is steadier. A service that is somewhere else takes no processor here, but has a longer way:
the engine handles up to four resources at a time for each core, and six requests are under way at most.

**What was mended** (commits before this page; the section "Before and after" compares both builds in one run):

- The offsets of a zone are read once for all pipelines; reading them anew took most of a check.
- The verbs, the client and the user's time zone are looked up once in a process, not at every call of the engine.
- A pipeline that the program declares is not asked for when triggers are followed: an unchanged preview makes no call
  besides its lists.
- After its first refusal the client approaches a quota with care, and leaves the time between requests that the lowered
  rate asks for. In a simulation of 200 calls under a quota of five a second, the share of refused requests fell by half;
  under a quota of one a second, where refused requests count, too, the client had hardly got on at all.

**What is left.** Loading zod as a whole is the larger part of what could still be taken away from the start of a
client; the package publishes smaller entry points.`;
