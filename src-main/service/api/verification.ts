import type { WindowApi } from './context';

export const verificationHandlers = (api: WindowApi) => ({
  boxes: api.verification.boxes.handler(({ context }) => context.book().verify.boxes()),
  assign: api.verification.assign.handler(({ context, input: { userId, ...box } }) => ({
    files: context.book().verify.assign(box, userId),
  })),
  next: api.verification.next.handler(({ context, input }) => context.book().verify.next(input.scope, input.count, input.skip)),
  nextOfRound: api.verification.nextOfRound.handler(({ context, input }) =>
    context.book().verify.nextOfRound(input.roundId, input.count, input.skip),
  ),
  sheet: api.verification.sheet.handler(({ context, input }) => context.book().verify.sheet(input.documentId)),
  confirm: api.verification.confirm.handler(({ context, input }) => context.book().verify.confirm(input)),
  putOff: api.verification.putOff.handler(({ context, input }) => {
    context.book().verify.putOff(input.documentId);
    return { putOff: true as const };
  }),
  release: api.verification.release.handler(({ context, input }) => {
    context.book().verify.release(input.documentIds);
    return { released: true as const };
  }),
  suggest: api.verification.suggest.handler(({ context, input }) => ({
    suggestions: context.book().verify.suggest(input.field, input.text, input.limit),
  })),
  pace: api.verification.pace.handler(({ context }) => context.book().verify.pace()),
});

export const qualityHandlers = (api: WindowApi) => ({
  settings: api.quality.settings.handler(({ context }) => context.book().quality.settings()),
  setSettings: api.quality.setSettings.handler(({ context, input }) => context.book().quality.setSettings(input)),
  rounds: api.quality.rounds.handler(({ context }) => ({ rounds: context.book().quality.rounds() })),
  draw: api.quality.draw.handler(({ context, input }) => context.book().quality.draw(input.level, input.scope, input.percent, input.seed)),
  close: api.quality.close.handler(({ context, input }) => context.book().quality.close(input.roundId)),
  errors: api.quality.errors.handler(({ context, input }) => context.book().quality.errors(input.roundId, input.limit)),
  setKind: api.quality.setKind.handler(({ context, input }) => {
    context.book().quality.setKind(input.checkId, input.itemId, input.kind);
    return { saved: true as const };
  }),
  report: api.quality.report.handler(({ context }) => context.book().quality.report()),
  table: api.quality.table.handler(({ context }) => context.book().quality.table()),
});

export const bulkHandlers = (api: WindowApi) => ({
  variants: api.bulk.variants.handler(({ context, input }) => context.book().bulk.variants(input.field, input.scope)),
  preview: api.bulk.preview.handler(({ context, input }) => context.book().bulk.preview(input)),
  apply: api.bulk.apply.handler(({ context, input }) => context.book().bulk.apply(input)),
  acts: api.bulk.acts.handler(({ context, input }) => ({ acts: context.book().bulk.acts(input.limit) })),
  undo: api.bulk.undo.handler(({ context, input }) => context.book().bulk.undo(input.act)),
});
