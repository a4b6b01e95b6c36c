import type { Seed, SeedPermission } from "./seed.ts";

/** What stands for a secret key in a state that is shown. It is no secret key: nothing can be signed with it. */
export const maskedSecret = "***";

/** A state without the secret keys of its sub-accounts. */
export const maskSecrets = (seed: Seed): Seed => ({
  ...seed,
  ...(seed.permissions && {
    permissions: seed.permissions.map((permission) => ({ ...permission, secretKey: maskedSecret })),
  }),
});

/**
 * A state in which masked secret keys are those that belong to their access keys at present, so that a state that was
 * read can be edited and written back. One whose access key is not there stays masked.
 */
export const keepSecrets = (seed: Seed, present: readonly SeedPermission[]): Seed => ({
  ...seed,
  ...(seed.permissions && {
    permissions: seed.permissions.map((permission) =>
      permission.secretKey === maskedSecret
        ? { ...permission, secretKey: secretOf(permission.accessKey, present) ?? maskedSecret }
        : permission,
    ),
  }),
});

const secretOf = (wanted: string, present: readonly SeedPermission[]): string | undefined =>
  present.find(({ accessKey }) => accessKey === wanted)?.secretKey;
