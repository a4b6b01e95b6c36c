import { isDeepStrictEqual } from "node:util";
import { defineResourceType, type CheckFacts } from "../../../core/resource/resource-type.ts";
import { problem } from "../../../core/validation/problem.ts";
import { formatRuns } from "./schedule/format-runs.ts";
import { nextRuns } from "./schedule/next-runs.ts";
import { createZoneOffsets } from "../../../core/validation/schedule/zone-offsets.ts";
import { hasUnknown } from "../../../core/validation/unknown.ts";
import { accountOf, selectList } from "../account.ts";
import { isDuplicateName } from "../api/error-codes.ts";
import { limits } from "../api/limits.ts";
import type { ProjectResult } from "../api/schemas/pipeline-result.ts";
import { checkCycles, declarePipeline } from "./triggers/check-cycles.ts";
import { checkParsed } from "./check-pipeline.ts";
import { suppressEquivalent, isEquivalent } from "./equivalence.ts";
import { pipelineDescriptor } from "./descriptor.ts";
import { parsePipeline } from "./parse-pipeline.ts";
import type { PipelineInputs, ScheduleTrigger } from "./pipeline.ts";
import { checkReferences } from "./references/check-references.ts";
import type { ListRequest } from "./references/reference.ts";
import { rules } from "./rules/catalogue.ts";
import { type Additions, additionsOf, fromProject, toChangeBody, toCreateBody, withoutNamedBranches } from "./wire.ts";
import { zoneSpellingFor } from "./zone-spelling.ts";

/** A pipeline, as the verbs know it. */
export const pipelineType = defineResourceType<PipelineInputs, ProjectResult>({
  noun: "pipeline",
  listHint: "getPipelines() lists those that exist.",
  exampleId: "1234",
  autoname: { maximum: limits.pipelineName.maximum },
  descriptor: pipelineDescriptor,
  outputs: ["taskIds", "resolvedTargets"],
  wasRead: (prior) => Object.keys((prior as Partial<Additions>).taskIds ?? {}).length > 0,

  parseId: (id) => (/^\d+$/.test(id) ? Number(id) : undefined),

  check: (inputs, { context }) => {
    const parsed = parsePipeline(inputs);
    const offsets = context.session.shared(createZoneOffsets);
    const problems = checkParsed(parsed, { now: context.now(), offsets });
    // What is silenced is no part of the pipeline, and reaches neither the state nor the service.
    const { silence: _, ...value } = Object(parsed.value) as PipelineInputs & { silence?: unknown };
    return { value, problems };
  },
  listOf: (session, request) => selectList(accountOf(session).lists, request as ListRequest),
  checkGathered: async (gathered, facts, inputs) => [
    ...checkReferences(inputs, gathered, facts.pending),
    ...(facts.hasShape ? await checkCycles(inputs, facts.context) : []),
  ],
  checked: declarePipeline,
  sharedName: (message) => problem(rules.NCSP112, "name", message),
  takenName: (message, hint) => problem(rules.NCSP113, "name", message, hint),
  rules,
  describeChanges: describeNextRuns,

  suppressEquivalent,
  isEquivalent,
  fromRemote: (project, prior, recorded) => fromProject(project, prior, recorded),
  additionsOf: (project, inputs) => ({ ...additionsOf(project, inputs) }),
  additionsUnread: (inputs, prior) => {
    const { taskIds = {}, resolvedTargets = {} } = prior as Partial<Additions>;
    return { taskIds, resolvedTargets: withoutNamedBranches(resolvedTargets, inputs) };
  },
  // The ids of tasks stay as long as their names do.
  keptAdditions: ({ tasks }, prior) => {
    const { taskIds } = prior as Partial<Additions>;
    if (taskIds === undefined || hasUnknown(tasks)) return {};
    const names = tasks.map(({ name }) => name);
    return isDeepStrictEqual(new Set(names), new Set(Object.keys(taskIds))) ? { taskIds } : {};
  },
  // The ids of tasks, which an edit by hand leaves.
  hasRecordedLabels: ({ tasks }, recorded) => {
    const { taskIds = {} } = recorded as Partial<Additions>;
    const kept = tasks.filter(({ name }) => Object.hasOwn(taskIds, name));
    return kept.length > 0 && kept.every(({ id, name }) => taskIds[name] === id);
  },

  list: (session) => accountOf(session).lists.pipelines,
  get: (key, { session, options }) => accountOf(session).client.getProject({ projectId: key }, options()),
  create: async (inputs, { session, options }) => {
    const body = toCreateBody(inputs, await zoneSpellingFor(inputs, session));
    return (await accountOf(session).client.createProject({ body }, options())).projectId;
  },
  // Always whole, because what an absent part does is unknown.
  update: async (projectId, inputs, { session, options }) => {
    const body = toChangeBody(inputs, await zoneSpellingFor(inputs, session));
    await accountOf(session).client.changeProject({ projectId, body }, options());
  },
  delete: async (projectId, { session, options }) => {
    await accountOf(session).client.deleteProject({ projectId }, options());
  },
  saysNameTaken: isDuplicateName,
});

/** How many runs of changed schedules are reported. */
const runsShown = 3;

/** When changed schedules will next start the pipeline, in their zones and in the user's. */
function describeNextRuns(
  prior: Partial<PipelineInputs>,
  { triggers }: PipelineInputs,
  { context: { session, now, userZone } }: CheckFacts,
): string {
  const schedules = triggers?.schedules;
  if (!Array.isArray(schedules) || isDeepStrictEqual(schedules, prior.triggers?.schedules)) return "";
  const readable: ScheduleTrigger[] = schedules.filter((schedule) => !hasUnknown(schedule));
  const offsets = session.shared(createZoneOffsets);
  return formatRuns(nextRuns(readable, offsets, now(), runsShown), userZone(), offsets);
}
