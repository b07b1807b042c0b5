import type { QualityRate, QualityReport } from '#shared/contract/window/quality';
import { permilleOf } from '#shared/quality/rates';
import { recordTypes } from '#shared/records/registry';
import { codeLabel } from '#shared/rules/code-lists/index';
import { unhidden, unhiddenId } from '../../access/access';
import type { Book } from '../../book/book';

interface Row {
  readonly key: string | null;
  readonly documents: number;
  readonly fields: number;
  readonly errors: number;
}

/** Error rates by person, place and kind, and how often people change what the machine read; of documents that the signed-in person sees. */
export function createReport({ db, records, access }: Book): () => QualityReport {
  const people = db.prepare<[], Row>(`SELECT made_by AS key, count(*) AS documents, coalesce(sum(fields), 0) AS fields,
      coalesce(sum(json_array_length(errors)), 0) AS errors
    FROM quality_check WHERE removed = 0 AND done = 1 AND ${unhiddenId('document')} GROUP BY made_by`);
  const places = db.prepare<
    [],
    Row
  >(`SELECT trim(coalesce(o.name, '') || coalesce(', ' || f.term, '') || coalesce(', hộp ' || f.box, ''), ', ') AS key,
      count(*) AS documents, coalesce(sum(c.fields), 0) AS fields, coalesce(sum(json_array_length(c.errors)), 0) AS errors
    FROM quality_check c JOIN record dr ON dr.id = c.document JOIN archive_document d ON d.n = dr.n
      LEFT JOIN record fr ON fr.id = d.file LEFT JOIN archive_file f ON f.n = fr.n
      LEFT JOIN record gr ON gr.id = f.fonds LEFT JOIN archive_fonds o ON o.n = gr.n
    WHERE c.removed = 0 AND c.done = 1 AND ${unhidden('d.n')} GROUP BY f.fonds, f.term, f.box`);
  const kinds = db.prepare<[], Row>(`SELECT e.value ->> 'kind' AS key, count(DISTINCT c.n) AS documents, 0 AS fields, count(*) AS errors
    FROM quality_check c, json_each(c.errors) e WHERE c.removed = 0 AND c.done = 1 AND ${unhiddenId('c.document')} GROUP BY 1`);
  const machine = db.prepare<[], Row>(`SELECT e.value ->> 'field' AS key, count(*) AS documents, count(*) AS fields,
      sum(e.value ->> 'was' IS NOT NULL) AS errors
    FROM archive_document d, json_each(d.confirmations) e WHERE d.removed = 0 AND ${unhidden('d.n')} GROUP BY 1`);
  const rates = (rows: readonly Row[], name: (key: string) => string): QualityRate[] =>
    rows
      .map(({ key, ...row }) => ({ name: name(key ?? ''), ...row, permille: permilleOf(row.errors, row.fields) }))
      .toSorted((a, b) => (b.permille ?? -1) - (a.permille ?? -1) || b.errors - a.errors);
  const fields = recordTypes.archiveDocument.fields as Readonly<Record<string, { readonly label: { readonly vi: string } }>>;
  return () => {
    access.refresh();
    return {
      people: rates(people.all(), (id) => records.titleOf(id) ?? ''),
      places: rates(places.all(), (name) => name),
      kinds: rates(kinds.all(), (kind) => codeLabel('qualityErrorKind', kind, 'vi')),
      machine: rates(machine.all(), (field) => fields[field]?.label.vi ?? field),
    };
  };
}
