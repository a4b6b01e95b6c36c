/** What the figures mean, in words, and what they do not show; the figures themselves stand in the tables. */
export const findings = `## Findings

**How far the ratios can be trusted.** On a machine of two cores the same command takes a tenth more or less from round
to round, and now and then a quarter: the tables give the least and the greatest ratio beside the median. Where these
lie further apart than the tenth that the aim allows, a row neither proves nor disproves it. A size with a single round
says least. Processor time of single processes is steadier; what is said below rests on it.

**Where the time over the floor goes**, as profiles of all processes of 200 pipelines show it:

- Requests. An \`up\` sends two for each pipeline, a refresh two as well (one to show, one to do), over a floor that
  answers at once. A do-nothing provider that sends one request for each read took 1.09 times the floor's refresh with
  bare \`node:http\`, 1.21 times with got, and ours took 1.34 times (200 pipelines, medians of eight rounds in turn, apart
  from this report). So got alone misses the aim for \`refresh\` already; asking for less would mean to believe a list
  that shows names only. The table "next to got alone" takes got out of the comparison.
  The same requests are fast once V8 has compiled them (section "Client"), but a command ends before that.
- The start of the client, once in each process: the row "plugin: first create" of the section "Start-up". Half of it is
  got. \`up\` and \`refresh\` are two plugin processes each.
- The checks, about a millisecond for each pipeline, and the same rules once more in the constructor; an \`up\` does both
  twice. No function of this package takes more than a hundredth of a command.

**Growth.** What a pipeline adds to program and plugin does not grow with the stack: the lines of the picture are flat.
In whole commands the engine's own noise is larger than that, and grows with the stack; the single round of 500 pipelines
in the tables of the engine shows ratios for \`unchanged up\` and \`refresh\` that program and plugin do not explain.

**What was mended.** "Before and after" compares both builds in one run:

- Programs and plugins load a bundle, and of zod only what is needed. Reading 200 modules of this package and 95 of zod,
  fifty of them languages, was most of the start: the first check took 38 ms and takes 18 ms, the first create 127 ms and
  98 ms; \`require\` in a program 16 ms and 7 ms. (Figures before: one run on the same machine, two hours earlier.)
- The URN that a constructor hands over is a plain text unless there is a parent: building it from outputs took a third
  of a millisecond for each pipeline, a good part of what a constructor adds.
- No source maps are published: the SDK read and searched them for the stack of every constructor.
- A call makes no errors, signals and timers that nobody reads; the signed client took 1.7 times as long as got alone in
  an earlier run, and takes 1.4 times in this one.
- Keys, places and the engine's log are looked up once in a process, a pipeline is parsed once in a check, and the
  offsets of a zone are read once for all pipelines.
- A pipeline that the program declares is not asked for when triggers are followed. Before, an unchanged preview made
  one call beyond its budget for each such pipeline that started others.
- After its first refusal the client approaches a quota with care, and leaves the time between requests that the lowered
  rate asks for. With 200 calls under a quota of five a second, one run before had 7.8 % of its requests refused.

**What is left.** got in the start and in every request. With \`NODE_COMPILE_CACHE\` set to a folder, Node keeps compiled
code between commands: the start of the client then took about a seventh less; a library must not set that for its user.
The emulator looks through all runs for those of one pipeline, which shows in the world with 100,000 of them.`;
