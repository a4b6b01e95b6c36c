import type { Route } from "../http/context.ts";

/** The one region that the emulator has; clients of the vendor ask for the list before anything else. */
export const regionRoute = (method: string, path: string): Route | undefined =>
  method === "POST" && path === "/ncloud/vserver/v2/getRegionList"
    ? { operation: "getRegionList", serve: () => ({ status: 200, headers, body }) }
    : undefined;

const headers = { "content-type": "application/json;charset=UTF-8" };

/** This older API names its envelope after the operation and writes it for people. */
const body = JSON.stringify(
  {
    getRegionListResponse: {
      requestId: "emulator",
      returnCode: "0",
      returnMessage: "success",
      totalRows: 1,
      regionList: [{ regionCode: "KR", regionName: "Korea" }],
    },
  },
  null,
  2,
);
