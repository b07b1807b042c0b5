/**
 * Documents that look secret though they are filed as THUONG: a page was read on which MẬT, TỐI MẬT or TUYỆT MẬT stands alone, in
 * capitals, as a stamp or as print. Such a document stops at once (src-shared/sync/eligible) and waits for a person, whose answer is audited.
 */
import type { SecrecyAlarmView } from '#shared/contract/window/archive';
import { layPage } from '#shared/extraction/lines';
import { readSecrecy } from '#shared/extraction/marks';
import type { ReadPage } from '#shared/extraction/model';
import { AppError } from '#shared/errors/app-error';
import { levelRank, openLevel, type SecrecyLevel } from '#shared/rules/secrecy';
import type { Book } from '../../book/book';
import type { PageFiles } from '../page-files';
import type { PageTable } from '../page-table';

export type AlarmAnswer =
  | { readonly kind: 'falseAlarm'; readonly reason: string }
  | { readonly kind: 'raise'; readonly level: Exclude<SecrecyLevel, 'THUONG'>; readonly basis: string };

export interface Alarms {
  /** Looks at what was read from a page; belongs into the transaction that keeps it. */
  look(page: ReadPage): void;
  waiting(): SecrecyAlarmView[];
  /**
   * A false alarm lets the document go on. Raising files it under its level; on a connected machine, and for TUYET_MAT on any, its pages are
   * taken off: images and text are destroyed here, the records stay with the reason. @throws AppError record.notFound, record.reasonRequired
   */
  answer(documentId: string, answer: AlarmAnswer): Promise<{ takenOff: number }>;
}

export function createAlarms({ book, files, pages }: { book: Book; files: PageFiles; pages: PageTable }): Alarms {
  const { records, audit, db } = book;
  const waiting = db.prepare<[], { id: string; note: string | null }>(`SELECT r.id, d.secrecy_alarm_note AS note FROM archive_document d
    JOIN record r ON r.n = d.n WHERE d.secrecy_alarm = 'NGHI_MAT' AND d.removed = 0 ORDER BY r.n LIMIT 500`);
  const dropWords = db.prepare('DELETE FROM page_words WHERE page_id = ?');

  const takeOff = async (documentId: string, level: string): Promise<number> => {
    const taken = pages.ofDocument(documentId);
    const images = new Set<string>();
    book.transact(() => {
      for (const { id } of taken) {
        const page = records.get('page', id)?.values ?? {};
        for (const name of ['image', 'originalImage']) if (typeof page[name] === 'string') images.add(page[name]);
        const texts = Object.fromEntries(
          ['rawText', 'machineText', 'correctedText'].filter((name) => page[name] !== undefined).map((name) => [name, null]),
        );
        records.save([{ type: 'page', id, values: { ...texts, state: 'DA_RUT' } }]);
        records.remove('page', id, `Rút khỏi máy: tài liệu ${level}`);
        dropWords.run(id);
      }
    });
    for (const image of images) if (pages.byImage(image) === undefined) await files.destroy(image);
    return taken.length;
  };

  return {
    look: (page) => {
      const level = readSecrecy([layPage(page)])?.code;
      if (level === undefined) return;
      const documentId = records.get('page', page.id)?.values['document'];
      if (typeof documentId !== 'string') return;
      const document = records.get('archiveDocument', documentId)?.values;
      if (
        document === undefined ||
        (levelRank(document['secrecy']) ?? 0) >= (levelRank(level) ?? 0) ||
        document['secrecyAlarm'] !== undefined
      )
        return;
      records.save([{ type: 'archiveDocument', id: documentId, values: { secrecyAlarm: 'NGHI_MAT', secrecyAlarmNote: level } }]);
      audit.append({ action: 'secrecyAlarm', type: 'archiveDocument', recordId: documentId });
    },
    waiting: () =>
      waiting.all().map(({ id, note }) => {
        const [first] = pages.ofDocument(id);
        return { documentId: id, title: records.titleOf(id) ?? '', seen: note ?? 'MAT', pageId: first?.id ?? null };
      }),
    answer: async (documentId, answer) => {
      const document = records.get('archiveDocument', documentId);
      if (document === undefined || document.values['secrecyAlarm'] !== 'NGHI_MAT') throw new AppError('record.notFound');
      const reason = (answer.kind === 'raise' ? answer.basis : answer.reason).trim();
      if (reason === '') throw new AppError('record.reasonRequired');
      const level = answer.kind === 'raise' ? answer.level : openLevel;
      book.transact(() => {
        const values =
          answer.kind === 'raise'
            ? { secrecyAlarm: 'DA_NANG', secrecyAlarmNote: reason, secrecy: level, secrecyBasis: reason }
            : { secrecyAlarm: 'BAO_NHAM', secrecyAlarmNote: reason };
        records.save([{ type: 'archiveDocument', id: documentId, values }], { reason });
        audit.append({
          action: answer.kind === 'raise' ? 'secrecyRaised' : 'secrecyFalseAlarm',
          type: 'archiveDocument',
          recordId: documentId,
          reason,
        });
      });
      const off = answer.kind === 'raise' && (book.committee.profile === 'connected' || level === 'TUYET_MAT');
      return { takenOff: off ? await takeOff(documentId, level) : 0 };
    },
  };
}
