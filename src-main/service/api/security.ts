import { osStoreAllowed } from '#shared/secrecy/policy';
import { capabilities } from '#shared/secrecy/roles';
import type { ApprovalView } from '#shared/contract/window/security';
import { AppError } from '#shared/errors/app-error';
import type { Approval } from '../access/approvals';
import { requireLeave } from '../access/leave';
import { shownRecords } from '../access/shown';
import type { Book } from '../book/book';
import { addPerson, changePassphraseOf, people, removePerson, setRights } from '../security/people';
import { makeSheets } from '../security/sheets';
import { exportAudit, searchAudit, verifyAudit } from '../security/audit';
import { machineUsers } from '../vault/os-store';
import { readVault } from '../vault/vault-file';
import { unlock } from '../vault/unlock';
import type { ServiceContext, WindowApi } from './context';

const done = { done: true as const };

export const securityHandlers = (api: WindowApi) => ({
  me: api.security.me.handler(({ context }) => {
    const { access, approvals, user } = context.book().book;
    const { role, clearance } = access.account;
    return { userId: user.id, role, clearance, may: capabilities.filter((one) => access.can(one)), fourEyes: approvals.needed() };
  }),
  people: api.security.people.handler(({ context }) => ({ people: people(context.book().book) })),
  addPerson: api.security.addPerson.handler(({ context, input }) => addPerson(context.book().book, input.ownPassphrase, input)),
  setRights: api.security.setRights.handler(async ({ context, input }) => {
    await setRights(context.book().book, input.ownPassphrase, input.userId, input.role, input.clearance);
    return done;
  }),
  removePerson: api.security.removePerson.handler(async ({ context, input }) => {
    await removePerson(context.book().book, input.ownPassphrase, input.userId);
    return done;
  }),
  setPassphrase: api.security.setPassphrase.handler(async ({ context, input }) => {
    await changePassphraseOf(context.book().book, input.ownPassphrase, input.userId, input.passphrase);
    return done;
  }),
  keys: api.security.keys.handler(({ context }) => {
    const { book } = context.book();
    const vault = readVault(book.dir);
    const { recovery, users } = vault;
    const params = users.find(({ id }) => id === book.user.id)?.params;
    return {
      recovery: recovery && { madeAt: recovery.madeAt, split: recovery.split },
      kdf: { memory: params?.memory ?? 0, passes: params?.passes ?? 0 },
      byMachine: osStoreAllowed(book.committee.profile) ? machineUsers(vault).includes(book.user.id) : null,
    };
  }),
  makeSheet: api.security.makeSheet.handler(({ context, input }) => makeSheets(context.book().book, input.ownPassphrase, input.split)),
  rotate: api.security.rotate.handler(async ({ context, input }) => {
    await context.office.rotateKeys(input.ownPassphrase);
    return done;
  }),
  keepOnMachine: api.security.keepOnMachine.handler(async ({ context, input }) => {
    await context.office.keepOnMachine(input.on, input.ownPassphrase);
    return done;
  }),
  ask: api.security.ask.handler(({ context, input }) => {
    const { book } = context.book();
    return viewOf(context, book, book.approvals.ask(input.action, input.recordId, input.reason));
  }),
  decide: api.security.decide.handler(({ context, input }) => {
    const { book } = context.book();
    return viewOf(context, book, book.approvals.decide(input.id, input.approved, { reason: input.reason }));
  }),
  approveHere: api.security.approveHere.handler(async ({ context, input }) => {
    const { book } = context.book();
    if (input.userId === book.user.id) throw new AppError('access.ownRequest');
    (await unlock(book.dir, input.userId, input.passphrase)).master.forget();
    const asked = book.approvals.ask(input.action, input.recordId, input.reason);
    return viewOf(context, book, book.approvals.decide(asked.id, true, { by: input.userId }));
  }),
  approvals: api.security.approvals.handler(({ context }) => {
    const { book } = context.book();
    const history = book.approvals.history(100).filter(({ approved }) => approved !== null);
    return {
      waiting: book.approvals.open().map((approval) => viewOf(context, book, approval)),
      history: history.map((approval) => viewOf(context, book, approval)),
    };
  }),
  shown: api.security.shown.handler(({ context, input }) => shownRecords(context.book().book, input.ids)),
  leave: api.security.leave.handler(({ context, input }) => {
    requireLeave(context.book().book, input);
    return done;
  }),
  audit: api.security.audit.handler(({ context, input }) => ({
    entries: searchAudit(context.book().book, input, (id) => context.office.userName(id) ?? id),
  })),
  verifyAudit: api.security.verifyAudit.handler(({ context }) => verifyAudit(context.book().book)),
  exportAudit: api.security.exportAudit.handler(({ context, input }) => exportAudit(context.book().book, input.path)),
});

const viewOf = ({ office }: ServiceContext, book: Book, approval: Approval): ApprovalView => ({
  id: approval.id,
  action: approval.action,
  recordId: approval.recordId,
  title: book.records.titleOf(approval.recordId) ?? '',
  reason: approval.reason,
  askedBy: approval.askedBy,
  askedByName: office.userName(approval.askedBy) ?? approval.askedBy,
  askedAt: approval.askedAt,
  approved: approval.approved,
  decidedByName: approval.decidedBy === null ? null : (office.userName(approval.decidedBy) ?? approval.decidedBy),
  decidedAt: approval.decidedAt,
  decision: approval.decision,
  usedAt: approval.usedAt,
});
