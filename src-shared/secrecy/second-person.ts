/** What a second person is asked to approve. Named apart from the contract: the window's first screens know it before any schema is built. */
export const approvedActions = ['unseal', 'destroy', 'erase', 'reopen', 'release'] as const;
export type ApprovedAction = (typeof approvedActions)[number];
