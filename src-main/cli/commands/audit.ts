import { readFile } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error';
import { sha256Hex } from '#shared/node/batch-tools';
import { verifiesText } from '#shared/node/ed25519';
import { checkAuditFile } from '#shared/secrecy/audit-file';
import { exportAudit, searchAudit, verifyAudit } from '#service/security/audit';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts audit verify | list [TEXT] [--limit N] | export FILE | check FILE`; verify and check end with 5 when something does not fit. */
export async function audit(args: CliArguments): Promise<CommandResult> {
  const [action = 'verify', file = ''] = args.words;
  if (action === 'check') return check(file);
  return withBook(args, async ({ book }) => {
    book.access.require('audit');
    switch (action) {
      case 'verify': {
        const verdict = verifyAudit(book);
        const sound = verdict.brokenAt === null && (verdict.anchored?.brokenAt ?? null) === null;
        return {
          lines: [
            `Nhật ký: ${verdict.entries} mục, ${verdict.brokenAt === null ? 'liền mạch' : `đứt ở mục ${verdict.brokenAt}`}; ${verdict.signed} chữ ký.`,
            verdict.anchored
              ? `Mốc ở tỉnh đến mục ${verdict.anchored.upTo}: ${verdict.anchored.brokenAt === null ? 'khớp' : `lệch ở mục ${verdict.anchored.brokenAt}`}.`
              : 'Chưa có mốc ở tỉnh.',
          ],
          json: verdict,
          exitCode: sound ? 0 : 5,
        };
      }
      case 'list': {
        const names = new Map([[book.user.id, book.user.name]]);
        const found = searchAudit(
          book,
          { text: args.words.slice(1).join(' '), limit: Number(args.option('limit') ?? 50) },
          (id) => names.get(id) ?? id,
        );
        return {
          lines: found.map(({ seq, at, actor, action: what, title, reason }) => [seq, at, actor, what, title, reason ?? ''].join('  ')),
          json: { entries: found },
        };
      }
      case 'export': {
        if (file === '') throw new AppError('usage', { problem: 'audit export FILE' });
        const written = await exportAudit(book, file);
        return { lines: [`Đã ghi ${written.entries} mục.`], json: written };
      }
      default:
        throw new AppError('usage', { problem: `audit ${action}` });
    }
  });
}

/** Without the book: whether an exported log is whole. What the hub has of it, `npm run hub -- audit FILE` compares. */
async function check(file: string): Promise<CommandResult> {
  if (file === '') throw new AppError('usage', { problem: 'audit check FILE' });
  const verdict = checkAuditFile(await readFile(file, 'utf8'), {
    sha256: sha256Hex,
    verifies: verifiesText,
  });
  return {
    lines: [
      `${verdict.entries} mục, ${verdict.brokenAt === null ? 'liền mạch' : `đứt ở mục ${verdict.brokenAt}`}.`,
      ...(verdict.unproven > 0 ? [`${verdict.unproven} mục đầu ghi theo dạng cũ: biết thứ tự, không chứng minh được nội dung.`] : []),
    ],
    json: verdict,
    exitCode: verdict.brokenAt === null ? 0 : 5,
  };
}
