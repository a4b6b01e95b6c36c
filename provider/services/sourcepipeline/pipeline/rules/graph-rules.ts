import { defineRules } from "../../../../core/validation/rule.ts";

/** How the tasks of a pipeline hang together. */
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
    hint: "Take the link out.",
  },
  NCSP110: {
    severity: "error",
    title: "No tasks wait for each other",
    example: `tasks: [
  { name: "build", type: "SourceBuild", projectId: 20632, linkedTasks: ["test"] },
  { name: "test", type: "SourceBuild", projectId: 20633, linkedTasks: ["build"] },
]`,
    hint: "Take one of these links out: none of the tasks could ever start.",
  },
  NCSP111: {
    severity: "warning",
    title: "All tasks hang together",
    example: `tasks: [
  { name: "build", type: "SourceBuild", projectId: 20632 },
  { name: "test", type: "SourceBuild", projectId: 20633 },
]`,
    hint: "If they are to run one after the other, link them; if they have nothing to do with each other, make them pipelines of their own.",
  },
});
