import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHubAuthored, recordType } from '#shared/records/registry';
import { recordTypeNames, type RecordTypeName } from '#shared/records/record-type-name';
import { testBook } from '../../support/book';
import { type KnownIds, recordValues } from '../../support/record-values';

/** Types in an order in which each can refer to records of the types before it. */
const known: KnownIds = {};
const book = testBook();

describe('every record type, with values generated from its definition', () => {
  for (const type of creationOrder().filter((name) => !isHubAuthored(name))) {
    it(`${type}: what was saved is read, listed and sealed`, () => {
      const { fields } = recordType(type);
      const ids: string[] = [];
      fc.assert(
        fc.property(recordValues(type, known), (values) => {
          const [saved] = book.records.save([{ type, values }]);
          const record = book.records.get(type, saved?.id ?? '');
          ids.push(saved?.id ?? '');
          const open = Object.fromEntries(Object.entries(values).filter(([name]) => fields[name]?.kind !== 'sealed'));
          const sealed = Object.keys(values).filter((name) => fields[name]?.kind === 'sealed');
          expect(record?.values).toEqual(open);
          expect([...(record?.sealed ?? [])].sort()).toEqual(sealed.sort());
          expect(book.records.unseal(type, saved?.id ?? '', sealed, 'thử')).toEqual(
            Object.fromEntries(sealed.map((name) => [name, values[name]])),
          );
          expect(book.records.save([{ type, id: saved?.id ?? '', values }])).toMatchObject([{ created: false, changed: [], revision: 1 }]);
        }),
        { numRuns: 25 },
      );
      const page = book.records.list({ type, limit: 1000 });
      expect(page.total).toBe(ids.length);
      expect(page.rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
      expect(book.records.count({ type })).toBe(ids.length);
      for (const [name, field] of Object.entries(fields)) {
        if (field.kind !== 'sealed')
          expect(book.records.list({ type, sort: [{ field: name, direction: 'desc' }], limit: 1000 }).total).toBe(ids.length);
      }
      (known as Record<RecordTypeName, string[]>)[type] = ids;
    });
  }

  it('leaves an unbroken audit chain and ops without gaps', () => {
    expect(book.audit.verify().brokenAt).toBeNull();
    const ops = book.outbox.pending(10_000, 0);
    expect(ops.map(({ seq }) => seq)).toEqual(ops.map((_, i) => i + 1));
    const stamps = ops.map(({ stamp }) => stamp);
    expect(stamps).toEqual([...new Set(stamps)].sort());
  });
});

function creationOrder(): RecordTypeName[] {
  const done: RecordTypeName[] = [];
  const owed = (type: RecordTypeName): boolean =>
    Object.values(recordType(type).fields).every(
      (field) => field.kind !== 'ref' || !field.required || field.to.some((to) => done.includes(to)),
    );
  while (done.length < recordTypeNames.length) {
    const next = recordTypeNames.find((type) => !done.includes(type) && owed(type));
    if (!next) throw new Error('record types require each other in a circle');
    done.push(next);
  }
  return done;
}
