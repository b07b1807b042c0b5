import { appVersion } from '../app-version';
import type { WindowApi } from './context';

export const sessionHandlers = (api: WindowApi) => ({
  status: api.session.status.handler(({ context }) => context.office.status(appVersion)),
  createCommittee: api.session.createCommittee.handler(({ context, input }) => context.office.create(input)),
  openSample: api.session.openSample.handler(({ context }) => context.office.openSample()),
  discardSample: api.session.discardSample.handler(async ({ context }) => {
    await context.office.discardSample();
    return { discarded: true as const };
  }),
  unlock: api.session.unlock.handler(({ context, input }) => context.office.unlock(input)),
  unlockByMachine: api.session.unlockByMachine.handler(({ context, input }) => context.office.unlockByMachine(input)),
  lock: api.session.lock.handler(async ({ context }) => {
    await context.office.lock();
    return { locked: true as const };
  }),
  draftKey: api.session.draftKey.handler(({ context }) => ({ key: context.office.draftKey() })),
});
