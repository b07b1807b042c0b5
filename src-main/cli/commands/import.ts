import { messageOf, isErrorCode } from '#shared/errors/app-error';
import { AppError } from '#shared/errors/app-error';
import type { ImportEvent } from '#shared/contract/window/archive';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import { importPackage } from './import-package';
import type { CommandResult } from '../output';
import { importSheet, sheetKinds } from './import-sheet';

/** `kts import FILES... [--file ID | --document ID] [--route]`: pages enter one by one; a refused file is named and the rest goes on. */
export const importFiles = (args: CliArguments): Promise<CommandResult> => {
  if (args.words[0] === 'package') return importPackage(args);
  const type = sheetKinds[args.words[0] ?? ''];
  if (type !== undefined && args.words.length === 2) return importSheet(type, args);
  if (args.words.length === 0) throw new AppError('usage', { problem: 'import FILES...' });
  return withBook(args, async ({ archive }) => {
    const lines: string[] = [];
    const refused: Extract<ImportEvent, { kind: 'refused' }>[] = [];
    const documents = new Set<string>();
    let summary = { files: 0, pages: 0, duplicates: 0, refused: 0 };
    const place = { fileId: args.option('file'), documentId: args.option('document'), route: args.flag('route') };
    for await (const event of archive.importFiles([...args.words], place)) {
      if (event.kind === 'refused') {
        refused.push(event);
        lines.push(isErrorCode(event.code) ? messageOf(event.code, event.details, 'vi') : event.code);
      } else if (event.kind === 'page') documents.add(event.documentId);
      else if (event.kind === 'duplicate')
        lines.push(`${event.file}: trang ${event.index + 1} đã có trong ${event.title}, không lưu lần nữa.`);
      else if (event.kind === 'fileDone') lines.push(`${event.file}: ${event.pages} trang`);
      else if (event.kind === 'done') summary = event;
    }
    lines.push(`${summary.pages} trang đã nhập, ${summary.duplicates} trang trùng, ${summary.refused} tệp bị từ chối.`);
    return {
      lines,
      json: { files: summary.files, pages: summary.pages, duplicates: summary.duplicates, documents: [...documents], refused },
      exitCode: refused.length > 0 ? 3 : 0,
    };
  });
};
