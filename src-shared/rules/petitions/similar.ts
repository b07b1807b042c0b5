/** What makes two petitions look like one: the same sender, the same subject, content that is alike (domain 3.3). Officers decide. */

export interface Likeness {
  /** The sealed senders give the same mark; never the name itself. */
  readonly sameSender: boolean;
  /** At least one member or organisation, or the same words for it. */
  readonly sameSubject: boolean;
  /** Share of common grams of summary and items, 0 to 1. */
  readonly content: number;
}

/** Below this likeness of content alone nothing is proposed. Measured on the sample: texts on one topic by different people stay below. */
export const contentAlone = 0.62;
const contentWithSubject = 0.35;
const contentWithSender = 0.2;

/** 0 to 1, for the order of proposals and the figure beside them; 0: not proposed. */
export function scoreOf({ sameSender, sameSubject, content }: Likeness): number {
  const needed =
    sameSender && sameSubject ? contentWithSender : sameSender ? contentWithSender + 0.1 : sameSubject ? contentWithSubject : contentAlone;
  if (content < needed) return 0;
  return Math.min(1, content * 0.7 + (sameSubject ? 0.15 : 0) + (sameSender ? 0.15 : 0));
}
