import type { Service } from "../service.ts";

export const listRequests = ({ requests }: Service) => requests;

export function clearRequests(service: Service) {
  service.requests = [];
  return service.requests;
}
