import { resolve } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { writePaper } from '#service/papers/make-paper';
import { type CliArguments, need } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts case report ID --out FILE.docx [--kind TEMPLATE]`: a paper of a case; without --kind the report of its team. */
export const caseCommand = (args: CliArguments): Promise<CommandResult> => {
  const [action, id] = args.words;
  if (action !== 'report' || id === undefined) throw new AppError('usage', { problem: 'case report ID --out FILE.docx' });
  const file = resolve(need(args, 'out'));
  return withBook(args, async ({ book }) => {
    const today = new Date().toISOString().slice(0, 10);
    const { name, gaps } = await writePaper(book, { caseId: id, template: args.option('kind') ?? 'bao-cao-ket-qua', today }, file);
    return { lines: [file, ...gaps.map(({ vi }) => `! ${vi}`)], json: { file, name, gaps } };
  });
};
