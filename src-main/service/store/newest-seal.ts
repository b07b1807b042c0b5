/** The newest seal of the audit log is written with every save, so it lies in sync_state beside the clock, which is so too: one page for both. */
export interface NewestSeal {
  readonly seq: number;
  readonly device: string;
  /** base64 */
  readonly signature: string;
}

export const newestSeal = 'audit.seal';
