/** An archive file with pages whose texts and images hold marker words, and a disposal that may be carried out. */
import type { Book } from '#service/book/book';
import { propose } from '#service/retention/proposal';

export interface OldFile {
  readonly file: string;
  readonly documents: readonly string[];
  readonly pages: readonly string[];
  readonly images: readonly string[];
}

/** @param image keeps the bytes and gives their SHA-256 */
export async function oldFile(
  book: Book,
  word: string,
  image: (bytes: Buffer) => Promise<string> | string,
  code = 'HS-CU',
): Promise<OldFile> {
  const { records } = book;
  const one = (change: Parameters<Book['records']['save']>[0][number]): string => records.save([change])[0]?.id ?? '';
  const fonds = one({ type: 'archiveFonds', values: { code: `P-${code}`, name: 'Phông thử' } });
  const described = { code, title: 'Công văn trao đổi', retention: '06', accessMode: '01', secrecy: 'THUONG', state: 'DA_XONG' };
  const file = one({
    type: 'archiveFile',
    values: { ...described, fonds, startDate: '2004', endDate: '2005', remark: `ghi chú ${word}`, keywords: [word] },
  });
  const documents: string[] = [];
  const pages: string[] = [];
  const images: string[] = [];
  for (const order of [1, 2]) {
    const document = one({
      type: 'archiveDocument',
      values: {
        file,
        order,
        symbol: `0${order}-CV`,
        subject: 'Trao đổi công tác',
        signer: word,
        remark: word,
        secrecy: 'THUONG',
        verification: 'CHO_XEM',
      },
    });
    documents.push(document);
    for (const at of [1, 2]) {
      const hash = await image(Buffer.from(`ảnh ${word} ${code} ${order} ${at}`.repeat(50)));
      images.push(hash);
      const picture = { image: hash, mime: 'image/jpeg', bytes: 1000, width: 10, height: 10 };
      const page = one({
        type: 'page',
        values: {
          document,
          order: at,
          ...picture,
          state: 'DA_DOC',
          sourceName: `${word}.pdf`,
          rawText: `chữ ${word} trang ${at} `.repeat(300),
        },
      });
      pages.push(page);
      records.save([{ type: 'page', id: page, values: { correctedText: `đã sửa ${word} ${at}`, state: 'DA_SUA' } }]);
      one({ type: 'note', values: { about: page, text: `ghi ${word}` } });
    }
  }
  return { file, documents, pages, images };
}

/** Everything that must stand on paper before a destruction. */
export const councilValues = {
  state: 'DA_XET',
  council: ['Nguyễn Văn Một', 'Trần Thị Hai', 'Lê Văn Ba'].map((name) => ({ name, post: 'Ủy viên', role: 'Thành viên' })),
  councilDecision: 'Quyết định số 05-QĐ/UBKTĐU',
  minutesNumber: '12-BB/HĐ',
  minutesOn: '2026-11-20',
  opinion: 'Nhất trí tiêu hủy.',
  decisionNumber: '20-QĐ/ĐU',
  decisionOn: '2026-11-21',
  decidedBy: 'Bí thư Đảng ủy',
} as const;

/** A disposal that may be carried out. */
export function readyDisposal(book: Book, fileIds: readonly string[], today = '2026-11-23'): string {
  const id = propose(book, { year: 2026, fileIds, today });
  book.records.save([{ type: 'disposal', id, values: councilValues }]);
  return id;
}
