import { requireLeave } from '../access/leave';
import { writeAtomically } from '../archive/atomic-file';
import { writeXlsx } from '../sheets/write-xlsx';
import { blankForms } from '../work/branches/blank-form';
import { collectedSheet } from '../work/branches/collected-sheet';
import type { WindowApi } from './context';

export const branchHandlers = (api: WindowApi) => ({
  blank: api.branches.blank.handler(async ({ context, input: { file, branches, ...asked } }) => {
    const { book } = context.book();
    const names = branches.flatMap((id) => book.records.titleOf(id) ?? []);
    const sheets = blankForms(book, { ...asked, branches: names });
    await writeAtomically(file, await writeXlsx(sheets));
    return { file, sheets: sheets.length };
  }),
  collected: api.branches.collected.handler(async ({ context, input: { file, ...asked } }) => {
    const { book } = context.book();
    const sheet = collectedSheet(book, asked);
    requireLeave(book, { way: 'export', ids: [], what: sheet.name, reason: sheet.name });
    await writeAtomically(file, await writeXlsx([sheet]));
    return { file };
  }),
});
