import { defineRules } from "../../../../core/validation/rule.ts";

/** The links between the tasks of a pipeline. */
export const graphRules = defineRules({
  NCSP107: {
    severity: "error",
    title: "No two tasks of a pipeline have the same name",
    example: `tasks: [
  { name: "build", type: "SourceBuild", projectId: 20632 },
  { name: "build", type: "SourceBuild", projectId: 20633 },
]`,
    hint: "Give each task a name of its own: links go by name.",
  },
  NCSP108: {
    severity: "error",
    title: "A link names a task of the pipeline",
    example: `tasks: [
  { name: "build", type: "SourceBuild", projectId: 20632 },
  { name: "test", type: "SourceBuild", projectId: 20633, linkedTasks: ["biuld"] },
]`,
    hint: "Name a task of this pipeline.",
  },
  NCSP109: {
    severity: "error",
    title: "No task waits for itself",
    example: `tasks: [{ name: "build", type: "SourceBuild", projectId: 20632, linkedTasks: ["build"] }]`,
    hint: "Remove the link.",
  },
  NCSP110: {
    severity: "error",
    title: "The links between tasks form no cycle",
    example: `tasks: [
  { name: "build", type: "SourceBuild", projectId: 20632, linkedTasks: ["test"] },
  { name: "test", type: "SourceBuild", projectId: 20633, linkedTasks: ["build"] },
]`,
    hint: "Remove one of these links; otherwise none of the tasks can start.",
  },
  NCSP111: {
    severity: "warning",
    title: "All tasks are connected by links",
    example: `tasks: [
  { name: "build", type: "SourceBuild", projectId: 20632 },
  { name: "test", type: "SourceBuild", projectId: 20633 },
]`,
    hint: "Link tasks that run one after the other, and make unrelated tasks pipelines of their own.",
  },
});
