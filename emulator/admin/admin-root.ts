/** Everything in front of the paths of the admin routes. */
export const adminRoot = "/_emulator";
