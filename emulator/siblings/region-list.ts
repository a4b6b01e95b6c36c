/** The one region that the emulator knows; clients of the vendor ask for the list before anything else. */
export const getRegionList = () => ({
  requestId: "emulator",
  returnCode: "0",
  returnMessage: "success",
  totalRows: 1,
  regionList: [{ regionCode: "KR", regionName: "Korea" }],
});

/** This older API names its envelope after the operation and writes it for people. */
export const writeRegionList = (result: object): string => JSON.stringify({ getRegionListResponse: result }, null, 2);
