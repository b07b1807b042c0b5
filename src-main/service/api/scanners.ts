import type { WindowApi } from './context';

export const scannerHandlers = (api: WindowApi) => ({
  list: api.scanners.list.handler(({ context }) => context.book().scan.list()),
  setAddresses: api.scanners.setAddresses.handler(({ context, input }) => ({
    addresses: context.book().scan.setAddresses(input.addresses),
  })),
  discover: api.scanners.discover.handler(({ context }) => context.book().scan.discover()),
  abilities: api.scanners.abilities.handler(({ context, input }) => context.book().scan.abilities(input.id)),
  profiles: api.scanners.profiles.handler(({ context }) => ({ profiles: context.book().scan.profiles() })),
  setProfiles: api.scanners.setProfiles.handler(({ context, input }) => ({ profiles: context.book().scan.setProfiles(input.profiles) })),
  preview: api.scanners.preview.handler(async ({ context, input }) => ({
    jpeg: await context.book().scan.preview(input.id, input.profile),
  })),
  scan: api.scanners.scan.handler(({ context, input, signal }) => context.book().scan.scan(input.id, input.profile, input.target, signal)),
});
