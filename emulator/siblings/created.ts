/** Who made what a seed holds, and when: the world does not say, and clients of the vendor want to be told. */
export const created = { timestamp: Date.UTC(2026, 0, 1), user: "emulator" } as const;
