/** The origin of what comes from another node: it is in the log already, and the other nodes were told. */
export const fromOthers = { source: 'local', skipStoreHooks: true } as const;
