import { type ExportKind, type ExportRequest, exportKinds, type ExportTarget } from '#shared/contract/window/out';
import { AppError } from '#shared/errors/app-error';
import { type CliArguments, need } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts export pdf|pdfs|xlsx|package ...`: papers leave the archive as files; everything passes the gate of secrecy. */
export function exportPapers(args: CliArguments): Promise<CommandResult> {
  const [what] = args.words;
  const kind = kindOf(what, args.option('kind'));
  const path = need(args, 'to');
  const request: ExportRequest = {
    kind,
    path,
    target: targetOf(args),
    part: args.option('part') === '1b' ? 1 : 2,
    copy: args.option('copy') === 'reading' ? 'reading' : 'preserved',
  };
  return withBook(args, async ({ out }) => {
    for await (const event of out.run(request)) {
      if (event.kind !== 'done') continue;
      const { files, documents, pages, exceptions } = event;
      return {
        lines: [
          `Đã ghi ${event.path}: ${files} hồ sơ, ${documents} văn bản, ${pages} trang, ${(event.bytes / 1024 / 1024).toFixed(1)} MB.`,
          ...exceptions.map(({ title, why, detail }) => `  ${whyWords[why]}: ${title}${detail ? ` (${detail})` : ''}`),
        ],
        json: event,
        exitCode: exceptions.length > 0 ? 3 : 0,
      };
    }
    throw new AppError('out.nothing');
  });
}

/** Why a paper is not in what was written. */
const whyWords = {
  withheld: 'Giữ lại vì độ mật',
  noPages: 'Chưa có trang',
  imageMissing: 'Ảnh chưa có trên máy',
  imageDamaged: 'Ảnh bị hỏng',
  incomplete: 'Thiếu ô bắt buộc',
} as const;

const listNames: Readonly<Record<string, ExportKind>> = {
  'muc-luc-ho-so': 'fileList',
  'muc-luc-van-ban': 'documentListParty',
  'muc-luc-van-ban-nn': 'documentListState',
  'phieu-tin': 'fileCards',
  bia: 'covers',
  'het-han': 'expired',
};

function kindOf(what: string | undefined, wanted: string | undefined): ExportKind {
  if (what === 'pdf' || what === 'pdfs') return what;
  if (what === 'xlsx') {
    const kind = listNames[wanted ?? 'muc-luc-ho-so'] ?? exportKinds.find((one) => one === wanted);
    if (kind !== undefined) return kind;
    throw new AppError('usage', { problem: `--kind ${Object.keys(listNames).join('|')}` });
  }
  throw new AppError('usage', { problem: `export ${what ?? ''}` });
}

function targetOf(args: CliArguments): ExportTarget {
  const list = (text: string | undefined) => text?.split(',').filter(Boolean);
  return {
    documentIds: list(args.option('document')),
    fileIds: list(args.option('file')),
    fondsId: args.option('fonds'),
    ...(args.option('term') !== undefined && { term: args.option('term') }),
    ...(args.option('box') !== undefined && { box: args.option('box') }),
  };
}
