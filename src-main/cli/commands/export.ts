import { type ExportKind, type ExportRequest, exportKinds, type ExportTarget } from '#shared/contract/window/out';
import { AppError, messageOf } from '#shared/errors/app-error';
import { exceptionWords } from '#service/archive/out/exception-words';
import { checkPackages } from '#service/archive/out/package/import-packages';
import { type CliArguments, need } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts export pdf|pdfs|xlsx|package ...`: papers leave the archive as files; everything passes the gate of secrecy. */
export function exportPapers(args: CliArguments): Promise<CommandResult> {
  const [what] = args.words;
  const checked = args.option('check');
  if (what === 'package' && checked !== undefined) return check(checked);
  const kind = kindOf(what, args.option('kind'));
  const path = need(args, 'to');
  const request: ExportRequest = {
    kind,
    path,
    target: targetOf(args),
    part: args.option('part') === '1b' ? 1 : 2,
    copy: args.option('copy') === 'reading' ? 'reading' : 'preserved',
    zip: args.option('as') !== 'folder',
    leaveOut: args.option('incomplete') === 'leave-out',
    receiver: args.option('receiver') ?? '',
    reason: args.option('reason') ?? '',
  };
  return withBook(args, async ({ out }) => {
    if (request.kind === 'sip' || request.kind === 'aip') {
      const missing = out.plan(request.target).missing[request.kind];
      if (missing.length > 0 && request.leaveOut !== true) {
        const [first] = missing;
        const failure = new AppError('out.incomplete', { count: missing.length, first: `${first?.label} – ${first?.title}` });
        return {
          lines: [
            messageOf(failure.code, failure.details, 'vi'),
            ...missing.map(({ title, label, element }) => `  ${label} (${element}): ${title}`),
          ],
          json: { error: { code: failure.code, details: failure.details }, missing },
          exitCode: 3,
        };
      }
    }
    for await (const event of out.run(request)) {
      if (event.kind !== 'done') continue;
      const { files, documents, pages, exceptions } = event;
      return {
        lines: [
          `Đã ghi ${event.path}: ${files} hồ sơ, ${documents} văn bản, ${pages} trang, ${(event.bytes / 1024 / 1024).toFixed(1)} MB.`,
          ...exceptions.map(({ title, why, detail }) => `  ${exceptionWords[why]}: ${title}${detail ? ` (${detail})` : ''}`),
        ],
        json: event,
        exitCode: exceptions.length > 0 ? 3 : 0,
      };
    }
    throw new AppError('out.nothing');
  });
}

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
  if (what === 'package') return wanted === 'aip' ? 'aip' : 'sip';
  if (what === 'xlsx') {
    const kind = listNames[wanted ?? 'muc-luc-ho-so'] ?? exportKinds.find((one) => one === wanted);
    if (kind !== undefined) return kind;
    throw new AppError('usage', { problem: `--kind ${Object.keys(listNames).join('|')}` });
  }
  throw new AppError('usage', { problem: `export ${what ?? ''}` });
}

/** `kts export package --check PATH`: no book is needed to hold packages to what they say. */
async function check(path: string): Promise<CommandResult> {
  const packages = await checkPackages(path);
  const faulty = packages.filter(({ faults }) => faults.length > 0);
  return {
    lines: [
      ...packages.flatMap(({ name, kind, title, files, documents, faults }) => [
        `${name}: ${kind}, ${title}, ${files} tệp, ${documents} văn bản, ${faults.length === 0 ? 'nguyên vẹn' : `${faults.length} lỗi`}`,
        ...faults.map(({ place, problem }) => `  ${place}: ${problem}`),
      ]),
      `${packages.length} gói, ${faulty.length} gói có lỗi.`,
    ],
    json: { packages },
    exitCode: faulty.length > 0 ? 5 : 0,
  };
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
