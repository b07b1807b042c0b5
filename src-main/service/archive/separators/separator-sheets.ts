/**
 * Separator sheets to print: one A4 page each with a QR code of 36 mm at error correction H, and what it says in words. As HTML, which any
 * program of the office prints; the file holds titles of files and nothing else, and files above THUONG are told by their number alone.
 */
import { separatorText, type Separator } from '#shared/archive/separator-text';
import { AppError } from '#shared/errors/app-error';
import { verdict } from '#shared/secrecy/policy';
import { escaped } from '#shared/text/markup';
import type { Book } from '../../book/book';
import { writeAtomically } from '../atomic-file';

const codeMillimetres = 36;

/** Writes a sheet for each of these files, and one for "a new document". Returns how many. @throws AppError record.notFound, store.io */
export async function writeSeparators(
  { records, committee }: Pick<Book, 'records' | 'committee'>,
  path: string,
  fileIds: readonly string[],
): Promise<number> {
  const sheets: { readonly separator: Separator; readonly title: string; readonly place: string }[] = [
    { separator: { kind: 'new' }, title: 'Văn bản mới', place: 'Trang sau tờ này bắt đầu một văn bản mới của hồ sơ đang quét.' },
  ];
  for (const id of fileIds) {
    const file = records.get('archiveFile', id);
    if (file === undefined || file.removedAt !== null) throw new AppError('record.notFound');
    const { code, title, term, box, fileNumber, secrecy } = file.values;
    const place = [term && `Nhiệm kỳ ${String(term)}`, box && `Hộp ${String(box)}`, fileNumber && `Hồ sơ số ${String(fileNumber)}`];
    sheets.push({
      separator: { kind: 'file', id },
      title:
        verdict('export', committee.profile, secrecy) === 'free' ? `${String(code ?? '')} · ${String(title ?? '')}` : String(code ?? ''),
      place: place.filter(Boolean).join(', '),
    });
  }
  const drawn = await Promise.all(
    sheets.map(async ({ separator, title, place }) => {
      const code = await svgOf(separatorText(separator));
      return `<section>${code}<h1>${escaped(title)}</h1><p>${escaped(place)}</p><p class="hint">Tờ phân cách: đặt trước các trang, không giữ lại làm trang.</p></section>`;
    }),
  );
  await writeAtomically(path, Buffer.from(pageOf(drawn.join('\n')), 'utf8'));
  return sheets.length;
}

/** One path of squares: sharp at any printer's resolution. */
async function svgOf(text: string): Promise<string> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'H' });
  const quiet = 4;
  const side = modules.size + 2 * quiet;
  let path = '';
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x + quiet} ${y + quiet}h1v1h-1z`;
  const millimetres = (codeMillimetres * side) / modules.size;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres.toFixed(1)}mm" height="${millimetres.toFixed(1)}mm" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`;
}

const pageOf = (sections: string): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Tờ phân cách</title><style>
@page { size: A4; margin: 20mm }
body { margin: 0; font-family: "Times New Roman", serif; text-align: center }
section { page-break-after: always; padding-top: 20mm }
h1 { font-size: 20pt; margin: 10mm 0 4mm }
p { font-size: 14pt; margin: 2mm 0 }
.hint { color: #555; font-size: 11pt; margin-top: 12mm }
</style></head><body>
${sections}
</body></html>
`;
