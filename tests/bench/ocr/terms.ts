/** What was extracted, in the words of a manifest: a letter (công văn) has no printed type there, and its line "V/v …" is no subject. */
import type { Extraction } from '#shared/extraction/model';
import type { FieldsRead } from './score';

export function inManifestTerms({ fields }: Extraction): FieldsRead & { confidence: Record<string, number> } {
  const found = new Map(fields.map((field) => [field.field, field]));
  const isLetter = found.get('type')?.value === 'CV';
  const values = {
    number: found.get('symbol')?.value,
    date: found.get('issuedOn')?.value,
    type: isLetter ? undefined : found.get('type')?.raw,
    subject: isLetter ? undefined : found.get('subject')?.raw,
    signer: found.get('signer')?.value,
    place: found.get('place')?.value,
  };
  const names = { number: 'symbol', date: 'issuedOn', type: 'type', subject: 'subject', signer: 'signer', place: 'place' } as const;
  const present = Object.entries(values).filter((value): value is [keyof typeof names, string] => value[1] !== undefined);
  return {
    ...Object.fromEntries(present),
    confidence: Object.fromEntries(present.map(([name]) => [name, found.get(names[name])?.confidence ?? 0])),
  };
}
