import { openApiDocument } from "../services/sourcepipeline/openapi-document.ts";
import type { AdminRoute } from "./admin-route.ts";
import { addFaults, addOutcomes, listFaults, listOutcomes, removeFaults, removeOutcomes } from "./rules.ts";
import { cancelRun, moveClock, pushToRepository, runPipeline, showHealth } from "./runs.ts";
import { clearRequests, listRequests, patchSettings, putState, resetState, showSettings, showState } from "./state.ts";

/** The routes under `/_emulator`. They need no signature. */
export const adminRoutes: readonly AdminRoute[] = [
  { method: "GET", path: "/health", summary: "whether it is up, and its time", handle: showHealth },
  {
    method: "GET",
    path: "/state",
    summary: "the whole state, as a seed; `?secrets=true` with secret keys",
    handle: showState,
  },
  { method: "PUT", path: "/state", summary: "replace the state", body: true, handle: putState },
  { method: "POST", path: "/reset", summary: "back to the start", handle: resetState },
  { method: "GET", path: "/requests", summary: "the requests so far, oldest first", handle: listRequests },
  { method: "DELETE", path: "/requests", summary: "empty the list of requests", handle: clearRequests },
  { method: "GET", path: "/faults", summary: "the fault rules, with how often each fired", handle: listFaults },
  { method: "POST", path: "/faults", summary: "add fault rules", body: true, handle: addFaults },
  { method: "DELETE", path: "/faults", summary: "remove all fault rules", handle: removeFaults },
  { method: "GET", path: "/outcomes", summary: "how tasks will end", handle: listOutcomes },
  { method: "POST", path: "/outcomes", summary: "add outcome rules", body: true, handle: addOutcomes },
  { method: "DELETE", path: "/outcomes", summary: "remove all outcome rules", handle: removeOutcomes },
  { method: "POST", path: "/clock", summary: "move the clock forwards", body: true, handle: moveClock },
  {
    method: "POST",
    path: "/push",
    summary: "a push to a branch of a repository",
    body: true,
    handle: pushToRepository,
  },
  { method: "POST", path: "/pipelines/{id}/run", summary: "run a pipeline", handle: runPipeline },
  { method: "POST", path: "/runs/{id}/cancel", summary: "cancel a run in progress", handle: cancelRun },
  { method: "GET", path: "/settings", summary: "all settings", handle: showSettings },
  {
    method: "PATCH",
    path: "/settings",
    summary: "change settings; null resets one",
    body: true,
    handle: patchSettings,
  },
  { method: "GET", path: "/openapi.json", summary: "the service as an OpenAPI document", handle: openApiDocument },
];
