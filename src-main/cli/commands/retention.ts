import { AppError } from '#shared/errors/app-error';
import { mayShow } from '#service/access/guard-search';
import { proofOf, provenPages } from '#service/retention/destroy';
import { dueByYear, dueFiles, retentionRules } from '#service/retention/due';
import { writeMinutes } from '#service/retention/minutes';
import { planOf, propose } from '#service/retention/proposal';
import { personalOf } from '#service/retention/personal';
import { type CliArguments, need } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

const today = (): string => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/**
 * `kts retention rules | due [--year Y] | propose --file ID,... [--year Y] | plan ID | minutes ID --out FILE | approve ID --reason TEXT |
 * destroy ID | proof ID | personal ID | erase ID --fields NAME,... --basis TEXT`. Minutes and decision are filled in by `kts record update disposal ID`.
 */
export const retention = (args: CliArguments): Promise<CommandResult> =>
  withBook(args, async ({ book, retention: service }) => {
    const [action = 'due', id = ''] = args.words;
    const year = Number(args.option('year') ?? today().slice(0, 4));
    switch (action) {
      case 'rules': {
        const rules = retentionRules(today());
        return {
          lines: rules.map(
            ({ what, years, source, unverified }) =>
              `${years ?? 'vĩnh viễn'}  ${what.vi}  (${source}${unverified ? ', chưa xác minh' : ''})`,
          ),
          json: { rules },
        };
      }
      case 'due': {
        const files = dueFiles(book, year).filter((file) => mayShow(book, 'terminal', file.id));
        return {
          lines: files.map((file) => `${file.expired}  ${file.code}  ${file.title}  ${file.pages} trang`),
          json: { files, ...dueByYear(book, year) },
        };
      }
      case 'propose': {
        const made = propose(book, { year, fileIds: need(args, 'file').split(','), today: today() });
        return { lines: [made], json: { id: made } };
      }
      case 'plan': {
        const plan = planOf(book, id, today());
        return {
          lines: [
            `${plan.files} hồ sơ, ${plan.documents} văn bản, ${plan.pages} trang`,
            ...plan.hindrances.map(({ why, what }) => `${why} ${what}`),
          ],
          json: plan,
        };
      }
      case 'minutes': {
        const path = await writeMinutes(book, { id, path: need(args, 'out'), today: today() });
        return { lines: [path], json: { path } };
      }
      case 'ask': {
        const asked = book.approvals.ask(args.option('fields') === undefined ? 'destroy' : 'erase', id, need(args, 'reason'));
        return { lines: [asked.id], json: asked };
      }
      case 'approve': {
        const decided = book.approvals.decide(id, true, { reason: args.option('reason') ?? '' });
        return { lines: [decided.id], json: decided };
      }
      case 'destroy': {
        const done = await service.destroy(id, today());
        return {
          lines: [`Đã tiêu hủy ${done.files} hồ sơ, ${done.documents} văn bản, ${done.pages} trang. SHA-256: ${done.proof}`],
          json: done,
        };
      }
      case 'proof': {
        const pages = provenPages(book, id);
        const proof = proofOf(pages);
        const sound = book.records.get('disposal', id)?.values['proof'] === proof;
        return {
          lines: [
            ...pages.map((page) => `${page.image}  ${page.file}  ${page.document}  ${page.order}`),
            `${proof}  ${sound ? 'khớp' : 'KHÔNG KHỚP'}`,
          ],
          json: { pages, proof, sound },
          exitCode: sound ? 0 : 5,
        };
      }
      case 'personal': {
        const fields = personalOf(book, id);
        return { lines: fields.map(({ name, label }) => `${name}  ${label.vi}`), json: { fields } };
      }
      case 'erase': {
        const order = { id, fields: need(args, 'fields').split(','), basis: need(args, 'basis'), remark: '' };
        const fields = await service.erase(order);
        return { lines: fields, json: { id, fields } };
      }
      default:
        throw new AppError('usage', { problem: `retention ${action}` });
    }
  });
