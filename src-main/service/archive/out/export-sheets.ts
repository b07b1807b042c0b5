/** Lists, cards and covers as one Excel file. */
import type { ExportEvent, ExportKind } from '#shared/contract/window/out';
import type { Sheet } from '#shared/sheets/sheet';
import { mayShow } from '../../access/guard-search';
import { dueFiles } from '../../retention/due';
import { writeXlsx } from '../../sheets/write-xlsx';
import type { ChosenFile } from './choice';
import { cardSheet, coverSheet } from './lists/card-sheets';
import { documentListSheet, expiredSheet, fileListSheet } from './lists/inventory-sheets';
import type { Issuer } from './lists/issuer';
import { writeOut } from './out-file';
import type { Choice, OutParts } from './parts';
import { textOf } from './words';

type Done = Extract<ExportEvent, { kind: 'done' }>;

interface Wish {
  readonly kind: ExportKind;
  readonly path: string;
  readonly replace: boolean;
}

/** @throws AppError out.exists, store.diskFull, store.io */
export async function exportSheets(parts: OutParts, { kind, path, replace }: Wish, choice: Choice | undefined): Promise<Done> {
  const bytes = await writeXlsx(sheetsOf(parts, kind, choice?.files ?? []));
  await writeOut(path, (sink) => sink(bytes), { replace });
  return {
    kind: 'done',
    path,
    files: choice?.files.length ?? 0,
    documents: choice?.documents.length ?? 0,
    pages: 0,
    bytes: bytes.length,
    written: [],
    exceptions: [...(choice?.exceptions ?? [])],
  };
}

export function sheetsOf({ book, archive }: OutParts, kind: ExportKind, files: readonly ChosenFile[]): Sheet[] {
  const now = new Date();
  const issuer: Issuer = { committee: book.committee, today: now };
  const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const pagesIn = ({ documents }: ChosenFile) => documents.reduce((sum, { id }) => sum + archive.pagesOfDocument(id).length, 0);
  const fondsOf = ({ record }: ChosenFile) => {
    const id = textOf(record?.values, 'fonds');
    return id === '' ? undefined : book.records.get('archiveFonds', id)?.values;
  };
  const rowsOf = (file: ChosenFile) =>
    file.documents.map(({ id, record }) => ({
      values: record.values,
      file: file.record?.values,
      pages: archive.pagesOfDocument(id).length,
    }));
  switch (kind) {
    case 'documentListParty':
    case 'documentListState':
      return files.map((file) => documentListSheet(issuer, file, rowsOf(file), kind === 'documentListParty' ? 'party' : 'state'));
    case 'fileCards':
      return files.map((file) => cardSheet(issuer, { ...file, fonds: fondsOf(file), pages: pagesIn(file) }));
    case 'covers':
      return files.map((file) => coverSheet(issuer, { ...file, fonds: fondsOf(file), pages: pagesIn(file) }));
    case 'expired':
      return [
        expiredSheet(
          issuer,
          dueFiles(book, now.getFullYear()).filter(({ id }) => mayShow(book, 'export', id)),
          day,
        ),
      ];
    default: {
      const fonds = [...new Set(files.map((file) => textOf(fondsOf(file), 'name')).filter(Boolean))];
      return [
        fileListSheet(
          issuer,
          files.filter(({ record }) => record).map((file) => ({ ...file, pages: pagesIn(file) })),
          fonds.slice(0, 3),
        ),
      ];
    }
  }
}
