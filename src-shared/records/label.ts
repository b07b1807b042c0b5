/** A text shown to people, in the two languages of the window. Vietnamese is the reference. */
export interface Label {
  readonly vi: string;
  readonly en: string;
}

export const label = (vi: string, en: string): Label => ({ vi, en });
