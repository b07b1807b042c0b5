/**
 * Four eyes: what one person asks, another one approves, and it is done once. Needed for opening a sealed sender, destroying, and
 * unlocking a confirmed record, as soon as the book has two people who may approve; in a smaller office the audit log says so.
 */
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';
import { may } from '#shared/secrecy/roles';
import type { AuditLog } from '../store/audit-log';
import type { UnitOfWork } from '../store/unit-of-work';
import { uuid7 } from '../store/uuid7';
import type { Access } from './access';

export const approvedActions = ['unseal', 'destroy', 'erase', 'reopen', 'release'] as const;
export type ApprovedAction = (typeof approvedActions)[number];

export interface Approval {
  readonly id: string;
  readonly action: ApprovedAction;
  readonly recordId: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly approved: boolean | null;
  /** What the one who decided wrote. */
  readonly decision: string;
  readonly usedAt: string | null;
}

export interface Approvals {
  /** Whether a second person is needed at all. */
  needed(): boolean;
  /** Asks for approval; a question that is still open is not asked twice. @throws AppError record.reasonRequired */
  ask(action: ApprovedAction, recordId: string, reason: string): Approval;
  /** @throws AppError access.denied, access.ownRequest, record.notFound */
  decide(id: string, approved: boolean, decided?: { readonly reason?: string; readonly by?: string }): Approval;
  open(): Approval[];
  of(recordId: string): Approval[];
  /** Newest first, also decided and used ones. */
  history(limit: number): Approval[];
  /** Whether the signed-in person could use an approval now. */
  isReady(action: ApprovedAction, recordId: string): boolean;
  /** Uses up an approval for the signed-in person; gives who approved, null where no second person is needed. @throws AppError access.needsSecond */
  use(action: ApprovedAction, recordId: string): string | null;
}

interface Row {
  readonly id: string;
  readonly action: ApprovedAction;
  readonly record_id: string;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_at: string;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly decision: string | null;
  readonly approved: number | null;
  readonly used_at: string | null;
}

/** An approval that was not used lapses, in milliseconds. */
const validFor = 24 * 3_600_000;

interface Parts {
  readonly db: Database;
  readonly unit: UnitOfWork;
  readonly audit: AuditLog;
  readonly access: Access;
  readonly now?: () => number;
}

export function createApprovals({ db, unit, audit, access, now = Date.now }: Parts): Approvals {
  const byId = db.prepare<[string], Row>('SELECT * FROM approval WHERE id = ?');
  const ofRecord = db.prepare<[string], Row>('SELECT * FROM approval WHERE record_id = ? ORDER BY asked_at DESC LIMIT 50');
  const undecided = db.prepare<[], Row>('SELECT * FROM approval WHERE approved IS NULL ORDER BY asked_at LIMIT 200');
  const ready = db.prepare<[string, string, string, string], Row>(
    'SELECT * FROM approval WHERE action = ? AND record_id = ? AND asked_by = ? AND approved = 1 AND used_at IS NULL AND decided_at >= ?',
  );
  const { userId } = access.account;
  const mayApprove = (id: string): boolean => may(access.accounts.of(id).role, 'approve');
  const latest = db.prepare<[number], Row>('SELECT * FROM approval ORDER BY asked_at DESC, id DESC LIMIT ?');
  const readyFor = (action: ApprovedAction, recordId: string): Row | undefined =>
    ready.get(action, recordId, userId, new Date(now() - validFor).toISOString());
  const needed = (): boolean => access.accounts.all().some((account) => account.userId !== userId && may(account.role, 'approve'));

  return {
    needed,
    ask: (action, recordId, reason) =>
      unit.run(() => {
        if (reason.trim() === '') throw new AppError('record.reasonRequired');
        if (!access.sees(recordId)) throw new AppError('record.notFound');
        const open = undecided.all().find((row) => row.action === action && row.record_id === recordId && row.asked_by === userId);
        if (open) return approvalOf(open);
        const id = uuid7();
        db.prepare('INSERT INTO approval (id, action, record_id, reason, asked_by, asked_at) VALUES (?, ?, ?, ?, ?, ?)').run(
          id,
          action,
          recordId,
          reason,
          userId,
          new Date(now()).toISOString(),
        );
        audit.append({ action: 'ask', recordId, reason: `${action}: ${reason}` });
        return approvalOf(byId.get(id) as Row);
      }),
    decide: (id, approved, { reason = '', by = userId } = {}) =>
      unit.run(() => {
        const row = byId.get(id);
        if (!row || row.approved !== null || !access.sees(row.record_id)) throw new AppError('record.notFound');
        if (!mayApprove(by)) throw new AppError('access.denied');
        if (row.asked_by === by) throw new AppError('access.ownRequest');
        if (!approved && reason.trim() === '') throw new AppError('record.reasonRequired');
        db.prepare('UPDATE approval SET decided_by = ?, decided_at = ?, approved = ?, decision = ? WHERE id = ?').run(
          by,
          new Date(now()).toISOString(),
          Number(approved),
          reason.trim() || null,
          id,
        );
        audit.append({
          action: approved ? 'approve' : 'refuse',
          recordId: row.record_id,
          reason: [`${row.action}: ${row.reason}`, reason.trim()].filter(Boolean).join(' · '),
          actor: by,
        });
        return approvalOf(byId.get(id) as Row);
      }),
    open: () =>
      undecided
        .all()
        .filter((row) => access.sees(row.record_id))
        .map(approvalOf),
    of: (recordId) => (access.sees(recordId) ? ofRecord.all(recordId).map(approvalOf) : []),
    history: (limit) =>
      latest
        .all(limit)
        .filter((row) => access.sees(row.record_id))
        .map(approvalOf),
    isReady: (action, recordId) => readyFor(action, recordId) !== undefined,
    use: (action, recordId) => {
      if (!needed()) return null;
      return unit.run(() => {
        const row = readyFor(action, recordId);
        if (!row) throw new AppError('access.needsSecond', { action, record: recordId });
        db.prepare('UPDATE approval SET used_at = ? WHERE id = ?').run(new Date(now()).toISOString(), row.id);
        return row.decided_by;
      });
    },
  };
}

const approvalOf = (row: Row): Approval => ({
  id: row.id,
  action: row.action,
  recordId: row.record_id,
  reason: row.reason,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  approved: row.approved === null ? null : row.approved === 1,
  decision: row.decision ?? '',
  usedAt: row.used_at,
});
