/** Packages of all chosen files with what hands them over: minutes for people (biên bản giao nhận) and a list that the receiver's program holds them to. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExportException } from '#shared/contract/window/out';
import type { Sheet } from '#shared/sheets/sheet';
import { writeDocx } from '../../../sheets/write-docx';
import { writeXlsx } from '../../../sheets/write-xlsx';
import { headOf, type Issuer } from '../lists/issuer';
import { exceptionWords } from '../exception-words';
import { writeOut } from '../out-file';
import { moment } from './names';
import type { WrittenPackage } from './write-package';

export const handoverName = 'ban-giao.json';
export const minutesName = 'bien-ban-giao-nhan.xlsx';
/** The same to correct, print and sign. */
export const minutesTextName = 'bien-ban-giao-nhan.docx';

const listSchema = z.object({
  format: z.literal(1),
  at: z.string(),
  committee: z.string(),
  packages: z.array(
    z.object({
      name: z.string(),
      id: z.string(),
      code: z.string(),
      title: z.string(),
      documents: z.number(),
      pages: z.number(),
      bytes: z.number(),
      sha256: z.string(),
    }),
  ),
});
export type HandoverList = z.infer<typeof listSchema>;

export interface Handover {
  readonly issuer: Issuer;
  readonly receiver: string;
  readonly kind: 'sip' | 'aip';
  readonly packages: readonly WrittenPackage[];
  readonly exceptions: readonly ExportException[];
}

/** Writes them into the folder of the packages; an earlier handover into the same folder keeps its own under its name. */
export async function writeHandover(dir: string, handover: Handover): Promise<string[]> {
  const stamp = moment(handover.issuer.today).slice(0, 19).replaceAll(':', '').replace('T', '-');
  const list: HandoverList = {
    format: 1,
    at: handover.issuer.today.toISOString(),
    committee: handover.issuer.committee.name,
    packages: handover.packages.map(({ name, id, code, title, documents, pages, bytes, sha256 }) => ({
      name,
      id,
      code,
      title,
      documents,
      pages,
      bytes,
      sha256,
    })),
  };
  const bytes = Buffer.from(`${JSON.stringify(list, null, 2)}\n`);
  const sheets = minutes(handover, createHash('sha256').update(bytes).digest('hex'));
  return Promise.all(
    [
      [handoverName, bytes],
      [minutesName, await writeXlsx(sheets)],
      [minutesTextName, await writeDocx(sheets)],
    ].map(async ([name, content]) => {
      const written = await freeName(dir, name as string, stamp);
      await writeOut(join(dir, written), (sink) => sink(content as Uint8Array));
      return written;
    }),
  );
}

async function freeName(dir: string, name: string, stamp: string): Promise<string> {
  const taken = await readFile(join(dir, name)).then(
    () => true,
    () => false,
  );
  if (!taken) return name;
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${stamp}${name.slice(dot)}`;
}

/** The list beside packages; undefined where there is none or it is none of ours. */
export async function readHandover(dir: string): Promise<HandoverList | undefined> {
  try {
    return listSchema.safeParse(JSON.parse(await readFile(join(dir, handoverName), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Files, and beside them packages of documents that lie in none. */
function heldText(packages: readonly WrittenPackage[]): string {
  const files = packages.filter(({ fileId }) => fileId !== undefined).length;
  const sets = packages.length - files;
  return [(files > 0 || sets === 0) && `${files} hồ sơ`, sets > 0 && `${sets} tập tài liệu chưa lập hồ sơ`].filter(Boolean).join(', ');
}

function minutes({ issuer, receiver, kind, packages, exceptions }: Handover, listHash: string): Sheet[] {
  const sum = (of: (one: WrittenPackage) => number) => packages.reduce((total, one) => total + of(one), 0);
  const documents = sum((one) => one.documents);
  const pages = sum((one) => one.pages);
  const notes = [
    `Bên giao: ${issuer.committee.name}`,
    `Bên nhận: ${receiver || '………………………………………………'}`,
    `Hai bên giao, nhận ${heldText(packages)} (gói ${kind.toUpperCase()} theo Thông tư 05/2025/TT-BNV), ${documents} văn bản, ${pages} trang, ${(sum((one) => one.bytes) / 1024 / 1024).toFixed(1)} MB.`,
    `Ngoại lệ: ${exceptions.length === 0 ? 'không có' : `${exceptions.length} mục, xem trang Ngoại lệ`}.`,
    `Mã SHA-256 của danh sách ${handoverName}: ${listHash}`,
    'Khi nhận, bên nhận chạy kiểm tra gói; số hồ sơ, văn bản, trang và mã SHA-256 phải khớp với biên bản này.',
  ];
  return [
    {
      name: 'Biên bản',
      head: headOf(issuer),
      title: 'BIÊN BẢN GIAO NHẬN HỒ SƠ, TÀI LIỆU SỐ',
      columns: [{ width: 6 }, { width: 18 }, { width: 52 }, { width: 9 }, { width: 9 }, { width: 14 }, { width: 46 }, { width: 68 }],
      header: [
        ['Số TT', 'Mã hồ sơ', 'Tiêu đề hồ sơ', 'Số văn bản', 'Số trang', 'Dung lượng (byte)', 'Tên gói', 'Mã SHA-256'].map((text) => ({
          text,
        })),
      ],
      rows: [
        ...packages.map((one, index) => ({
          cells: [index + 1, one.code, one.title, one.documents, one.pages, one.bytes, one.name, one.sha256],
        })),
        { cells: [null, null, 'Cộng', documents, pages, sum((one) => one.bytes), null, null], weight: 'total' as const },
      ],
      notes,
      signatures: { left: { lines: ['ĐẠI DIỆN BÊN GIAO'] }, right: { lines: ['ĐẠI DIỆN BÊN NHẬN'] } },
      paper: { landscape: true },
    },
    {
      name: 'Ngoại lệ',
      title: 'DANH MỤC NGOẠI LỆ KHI GIAO NHẬN',
      columns: [{ width: 6 }, { width: 70 }, { width: 30 }, { width: 40 }],
      header: [['Số TT', 'Hồ sơ, văn bản', 'Lý do', 'Chi tiết'].map((text) => ({ text }))],
      rows:
        exceptions.length === 0
          ? [{ cells: [null, 'Không có ngoại lệ.', null, null] }]
          : exceptions.map(({ title, why, detail }, index) => ({ cells: [index + 1, title, exceptionWords[why], detail] })),
      paper: { landscape: true },
    },
  ];
}
