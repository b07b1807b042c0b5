import type { archiveDocument } from '../records/archive-document';

/** Fields of a document that a person checks against its pages, in the order of the paper (domain 6.1). */
export const sheetFieldNames = [
  'type',
  'symbol',
  'number',
  'issuedOn',
  'place',
  'issuer',
  'subject',
  'authority',
  'signerPost',
  'signer',
  'secrecy',
  'urgency',
  'recipients',
] as const satisfies readonly (keyof (typeof archiveDocument)['fields'])[];
export type SheetFieldName = (typeof sheetFieldNames)[number];

export const isSheetField = (name: string): name is SheetFieldName => (sheetFieldNames as readonly string[]).includes(name);

/** A document of which these are not known is hardly found again: an empty one is shown among those to look at. */
export const expectedFields: ReadonlySet<string> = new Set(['type', 'issuedOn', 'issuer', 'subject']);
