/**
 * A paper of the committee as data: what it is called and what it says, with the tags in braces that are filled from the case. The Word
 * file that people change is made from it (service/papers), so the tags below are what they find there.
 */

/** One paragraph. A block between `{#name}` and `{/name}`, each alone in its paragraph, stands once for each item of a list. */
export interface PaperLine {
  readonly text: string;
  /** Default: justified body. 'heading' is bold; 'centre' and 'plain' have no first-line indent. */
  readonly look?: 'heading' | 'centre' | 'plain' | 'article';
}

export interface PaperTemplate {
  readonly id: string;
  readonly name: string;
  /** Code of the list documentType. */
  readonly documentType: string;
  /** TÊN LOẠI as printed; '' for letters, which have none. */
  readonly title: string;
  readonly subject: string;
  /**
   * paper: head, recipients and signature of the committee. minutes: who wrote and who chaired. handover: who gave and who received.
   * personal: a form that the person concerned fills in, without the committee's head. ballot: no signature. index: a table.
   */
  readonly kind: 'paper' | 'minutes' | 'handover' | 'personal' | 'ballot' | 'index';
  /** What it is filled from; default: a case. */
  readonly about?: 'petition';
  readonly lines: readonly PaperLine[];
  readonly signer?: readonly string[];
  readonly recipients?: readonly string[];
  /** Words of checklist lines that it serves, folded; all of one entry must be there. */
  readonly serves: readonly (readonly string[])[];
}

export const heading = (text: string): PaperLine => ({ text, look: 'heading' });
export const article = (text: string): PaperLine => ({ text, look: 'article' });
export const plain = (text: string): PaperLine => ({ text, look: 'plain' });
export const centre = (text: string): PaperLine => ({ text, look: 'centre' });
export const say = (text: string): PaperLine => ({ text });
/** Lines that stand once for each item of the list. */
export const each = (list: string, ...lines: readonly PaperLine[]): PaperLine[] => [plain(`{#${list}}`), ...lines, plain(`{/${list}}`)];
