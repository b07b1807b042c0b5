import type { SetChecked } from '../backup/check-set';
import type { WindowApi } from './context';

export const backupHandlers = (api: WindowApi) => ({
  state: api.backup.state.handler(({ context }) => context.book().backups.state()),
  set: api.backup.set.handler(({ context, input }) => {
    const { backups } = context.book();
    // What was not named stays.
    return backups.set(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));
  }),
  run: api.backup.run.handler(async ({ context }) => {
    const { backups } = context.book();
    await backups.run();
    return backups.state();
  }),
  check: api.backup.check.handler(async ({ context, input }) => viewOf(await context.book().backups.check(input.name))),
  health: api.backup.health.handler(({ context }) => context.book().health.state()),
  mend: api.backup.mend.handler(({ context }) => context.book().health.mend()),
  find: api.backup.find.handler(async ({ context, input }) => ({ sets: await context.office.findBackups(input.place) })),
  restore: api.backup.restore.handler(({ context, input }) => context.office.restoreBackup(input)),
});

export const viewOf = ({ name, sound, problems, pages, missing, damaged }: SetChecked & { readonly name: string }) => ({
  name,
  sound,
  problems: [...problems],
  pages,
  missing: missing.length,
  damaged: damaged.length,
});
