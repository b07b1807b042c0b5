import type { Workstation } from './workstation';

/** A page with this image in a file and document of its own. */
export function savePage(station: Workstation, image: Buffer): { readonly hash: string; readonly file: string } {
  const { records } = station.book;
  const [fonds] = records.save([{ type: 'archiveFonds', values: { code: 'P01', name: 'Phông thử' } }]);
  const described = { code: 'HS-1', title: 'Hồ sơ', retention: '01', accessMode: '01', secrecy: 'THUONG', state: 'DANG_DOC' };
  const [file] = records.save([{ type: 'archiveFile', values: { ...described, fonds: fonds?.id } }]);
  const [document] = records.save([
    { type: 'archiveDocument', values: { subject: 'Biên bản', file: file?.id, secrecy: 'THUONG', verification: 'CHO_XEM' } },
  ]);
  const hash = station.image(image);
  const picture = { image: hash, mime: 'image/jpeg', bytes: image.length, width: 1, height: 1 };
  records.save([{ type: 'page', values: { document: document?.id, order: 2, ...picture, state: 'CHO_DOC' } }]);
  return { hash, file: file?.id ?? '' };
}
