/** What the figures mean, in words, and what they do not show; the figures themselves stand in the tables. */
export const findings = `## Findings

**How far the ratios can be trusted.** Seconds and ratios of the engine's commands vary a lot from round to round on a
machine of two cores: the tables give the least and the greatest ratio beside the median. Where these lie further apart
than the tenth that the aim allows, a single row neither proves nor disproves it. Two earlier runs of this benchmark,
while the machine did much other work, gave for the same five commands of 200 pipelines ratios from 0.82 to 1.49 and
from 1.06 to 1.28 on the clock. Sizes with a single round say least.

**What is known of the time over the floor.**

- The start of the client: got, zod and the schemas are loaded with the first request of a process, and \`up\` and
  \`refresh\` run two plugin processes each, one that shows and one that does. The row "the first" of the growth table is
  mostly that, and it is paid once, whatever the number of pipelines.
- The verbs: the section "Before and after" shows what they take for each pipeline without the engine.
- The constructors: against mocks, those of 400 pipelines took 0.7 to 0.9 ms of processor time more for each than the
  floor's (three tries, outside of this report). An \`up\` and a preview run the program, a refresh and a destroy do not.

Together these explain only a part of some rows; the rest was not found in the profiles of the plugin process, where
got, Node's HTTP and module loading lead and no function of this package stands out. It may be noise, or time that the
engine takes for these resources and not for the floor's.

**Growth.** No command shows a cost for each pipeline that grows with the stack in all runs; what rises in one run falls
in another. That is no proof that it is flat: the differences are small beside the noise.

**What was mended.** "Before and after" compares both builds in one run. In whole commands of 50 pipelines the mends
could not be told from noise (ratios of processor time from 0.97 to 1.04), so only the verbs are compared.

- The offsets of a zone are read once for all pipelines; in a profile, reading them anew took about half of a check.
- The verbs, the client and the user's time zone are looked up once in a process, not at every call of the engine.
- A pipeline that the program declares is not asked for when triggers are followed. Before, an unchanged preview made
  one call beyond its budget for each such pipeline that started others.
- After its first refusal the client approaches a quota with care, and leaves the time between requests that the lowered
  rate asks for. With 200 calls under a quota of five a second, one run before had 7.8 % of its requests refused. In a
  simulation of a quota of one a second, where refused requests count, too, the client had hardly got on at all.

**What is left.** The start of the client: got and zod have rows of their own under "Start-up". The emulator looks
through all runs for those of one pipeline, which shows in the world with 100,000 of them.`;
