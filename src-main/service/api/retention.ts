import type { ValuesOfType } from '#shared/records/registry';
import { dueByYear, dueFiles, retentionRules } from '../retention/due';
import { proofOf, provenPages } from '../retention/destroy';
import { goneOf } from '../retention/clear-away';
import { writeMinutes } from '../retention/minutes';
import { personalOf } from '../retention/personal';
import { planOf, propose } from '../retention/proposal';
import { AppError } from '#shared/errors/app-error';
import type { WindowApi } from './context';

export const retentionHandlers = (api: WindowApi) => ({
  overview: api.retention.overview.handler(({ context, input }) => {
    const { book } = context.book();
    const { rows } = book.records.list({ type: 'disposal', limit: 200 });
    return {
      rules: retentionRules(input.today),
      due: dueFiles(book, input.year),
      ...dueByYear(book, Number(input.today.slice(0, 4))),
      disposals: rows.map(({ id, values }) => {
        const v = values as ValuesOfType<'disposal'>;
        return {
          id,
          name: v.name ?? '',
          year: v.year ?? 0,
          state: v.state ?? '',
          files: (v.items ?? []).length,
          minutes: v.minutesNumber ?? '',
        };
      }),
    };
  }),
  propose: api.retention.propose.handler(({ context, input }) => ({ id: propose(context.book().book, input) })),
  plan: api.retention.plan.handler(({ context, input }) => planOf(context.book().book, input.id, input.today)),
  minutes: api.retention.minutes.handler(async ({ context, input }) => ({ path: await writeMinutes(context.book().book, input) })),
  destroy: api.retention.destroy.handler(({ context, input }) => context.book().retention.destroy(input.id, input.today)),
  proof: api.retention.proof.handler(({ context, input }) => {
    const { book } = context.book();
    const values = book.records.get('disposal', input.id)?.values;
    if (values === undefined) throw new AppError('record.notFound');
    const pages = provenPages(book, input.id);
    const proof = proofOf(pages);
    return { pages, proof, sound: proof === values['proof'] };
  }),
  gone: api.retention.gone.handler(({ context, input }) => ({ ids: goneOf(context.book().book, input.ids) })),
  personal: api.retention.personal.handler(({ context, input }) => ({ fields: personalOf(context.book().book, input.id) })),
  erase: api.retention.erase.handler(async ({ context, input }) => ({ id: input.id, fields: await context.book().retention.erase(input) })),
});
