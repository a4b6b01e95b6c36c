/** Parts of request bodies that fit the sample world. */
export const buildTask = { name: "build", type: "SourceBuild", config: { projectId: 20632 }, linkedTasks: [] };

export const deployTask = {
  name: "deploy",
  type: "SourceDeploy",
  config: { projectId: 12920, stageId: 14146, scenarioId: 21001 },
  linkedTasks: ["build"],
};

export const schedule = {
  day: ["MON", "FRI"],
  time: "03:30",
  timeZone: "Asia/Seoul (UTC+09:00)",
  scheduleOnlyWithChange: false,
};

/** A creation that the sample world accepts. */
export const pipelineBody = (name: string, more: object = {}) => ({ name, tasks: [buildTask, deployTask], ...more });

/** The envelope of an error, whatever its details. */
export const errorOf = (reply: { status: number; body: unknown }) => {
  const { error } = reply.body as { error: { errorCode: string | number; message: string; details: string } };
  return { status: reply.status, code: error.errorCode, details: error.details };
};
