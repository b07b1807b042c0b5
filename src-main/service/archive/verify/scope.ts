import type { ArchiveScope } from '#shared/contract/window/verification';

/** Conditions over archive_file f for a part of the archive, with their values. */
export function scopeSql({ fondsId, term, box, fileId }: ArchiveScope): { sql: string; params: string[] } {
  const parts: string[] = [];
  const params: string[] = [];
  const where = (sql: string, value: string): void => {
    parts.push(sql);
    params.push(value);
  };
  if (fondsId !== undefined) where('f.fonds = ?', fondsId);
  if (term !== undefined) where("coalesce(f.term, '') = ?", term);
  if (box !== undefined) where("coalesce(f.box, '') = ?", box);
  if (fileId !== undefined) where('d.file = ?', fileId);
  return { sql: parts.map((part) => ` AND ${part}`).join(''), params };
}

/** Documents with their files; `d`, `dr` its record, `f`, `fr`. */
export const documentsWithFiles = `archive_document d JOIN record dr ON dr.n = d.n
  LEFT JOIN record fr ON fr.id = d.file LEFT JOIN archive_file f ON f.n = fr.n`;

/** Order of the paper: fonds, term, box, file, document. Boxes and files are numbered, mostly. */
export const paperOrder = `f.fonds, f.term, CAST(f.box AS INTEGER), f.box, CAST(f.file_number AS INTEGER), f.file_number, f.n, d."order", d.n`;
