/** What the figures mean, in words; the figures themselves stand in the tables. */
export const findings = `## Findings
`;
