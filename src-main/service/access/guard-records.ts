/** The record store as the signed-in person may use it. Sync, reading of pages and the rules use the whole one. */
import { AppError } from '#shared/errors/app-error';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { Book } from '../book/book';
import type { RecordStore } from '../store/record-store';
import type { Access } from './access';
import type { Approvals } from './approvals';

const archiveTypes: readonly RecordTypeName[] = ['archiveFonds', 'archiveFile', 'archiveDocument', 'page', 'note', 'disposal'];
const destroyable: readonly RecordTypeName[] = ['page', 'archiveFile', 'disposal'];

/** @param together as {@link Book.transact}: an approval is used up only by what then happens */
export function guardRecords(records: RecordStore, access: Access, approvals: Approvals, together: Book['transact']): RecordStore {
  const seen = (id: string): boolean => access.sees(id);
  const requireSeen = (id: string | undefined): void => {
    if (id !== undefined && !seen(id)) throw new AppError('record.notFound');
  };
  const requireWrite = (type: RecordTypeName): void => {
    if (type === 'accessRule') access.require('restrict');
    else if (type === 'bookUser' || (archiveTypes.includes(type) && access.can('writeArchive'))) return;
    else access.require('write');
  };
  /** What a destruction left, and what tells of one, only the service changes (retention/destroy). */
  const requireLoose = (type: RecordTypeName, id: string | undefined, values: Readonly<Record<string, unknown>> = {}): void => {
    const isDestroyed = (of: Readonly<Record<string, unknown>> | undefined) => of?.['state'] === 'DA_TIEU_HUY';
    const fixed =
      type === 'dataErasure' ||
      (destroyable.includes(type) && (isDestroyed(values) || isDestroyed(id === undefined ? undefined : records.get(type, id)?.values)));
    if (fixed) throw new AppError('retention.fixed');
  };
  return {
    ...records,
    save: (changes, context) => {
      for (const { type, id, values } of changes) {
        requireLoose(type, id, values);
        requireWrite(type);
        requireSeen(id);
      }
      return records.save(changes, context);
    },
    get: (type, id) => (seen(id) ? records.get(type, id) : undefined),
    history: (id, limit) => (seen(id) ? records.history(id, limit) : []),
    referrers: (id, limit) => (seen(id) ? records.referrers(id, limit).filter((hit) => seen(hit.id)) : []),
    titleOf: (id) => (seen(id) ? records.titleOf(id) : undefined),
    unseal: (type, id, fields, reason) => {
      requireSeen(id);
      access.require('unseal');
      if (reason.trim() === '') throw new AppError('record.reasonRequired');
      return together(() => {
        approvals.use('unseal', id);
        return records.unseal(type, id, fields, reason);
      });
    },
    remove: (type, id, reason, together) => {
      requireSeen(id);
      requireLoose(type, id);
      requireWrite(type);
      records.remove(type, id, reason, together);
    },
    restore: (type, id, reason) => {
      requireSeen(id);
      requireLoose(type, id);
      requireWrite(type);
      records.restore(type, id, reason);
    },
    conflicts: (limit) => records.conflicts(limit).filter(({ recordId }) => seen(recordId)),
    settleConflict: (id, choice) => {
      const about = records.conflicts().find((conflict) => conflict.id === id);
      if (about) {
        requireSeen(about.recordId);
        requireWrite(about.type);
      } else access.require('write');
      return records.settleConflict(id, choice);
    },
    numberClashes: (limit) => records.numberClashes(limit).map((clash) => ({ ...clash, records: clash.records.filter((id) => seen(id)) })),
    sendAgain: (id) => {
      requireSeen(id);
      access.require('sync');
      records.sendAgain(id);
    },
  };
}
