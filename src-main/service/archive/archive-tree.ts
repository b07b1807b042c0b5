/** Fonds, terms and boxes with the progress of their pages, counted in the database. */
import type { ArchiveNode } from '#shared/contract/window/archive';
import { unhidden } from '../access/access';
import type { Book } from '../book/book';

type Progress = ArchiveNode['progress'];
export type FileProgress = Progress & { fileId: string; documents: number };

/** verified: corrected by a person, or of a document that a person has seen. toCheck: doubtful and not seen yet. */
const progressColumns = `sum(t.pages) AS pages, sum(t.verified) AS verified, sum(t.toCheck) AS toCheck, sum(t.reading) AS reading, sum(t.failed) AS failed`;

/** One row for each document that has pages, from the indexes page_document and archive_document_file. */
const perDocument = (where: string) => `SELECT d.file, c.pages, c.reading, c.failed,
    CASE WHEN d.verification = 'DA_XEM' THEN c.pages - c.reading - c.failed ELSE c.corrected END AS verified,
    CASE WHEN d.verification = 'DA_XEM' THEN 0 ELSE c.doubtful END AS toCheck
  FROM archive_document d JOIN record dr ON dr.n = d.n JOIN (SELECT document, count(*) AS pages, sum(state = 'DA_SUA') AS corrected,
    sum(state = 'CAN_XEM') AS doubtful, sum(state IN ('CHO_DOC', 'DANG_DOC')) AS reading, sum(state = 'LOI') AS failed
    FROM page WHERE removed = 0 GROUP BY document) c ON c.document = dr.id
  WHERE d.removed = 0 AND ${unhidden('d.n')} ${where}`;

interface BoxRow extends Progress {
  fondsId: string;
  fonds: string;
  term: string | null;
  box: string | null;
  files: number;
}

export type ArchiveTree = ReturnType<typeof openArchiveTree>;

/** Of what the signed-in person sees. */
export function openArchiveTree({ db, access }: Pick<Book, 'db' | 'access'>) {
  const boxes = db.prepare<[], BoxRow>(`
    WITH t AS (SELECT file, ${progressColumns} FROM (${perDocument('')}) t GROUP BY file)
    SELECT fr.id AS fondsId, o.name AS fonds, f.term, f.box, count(f.n) AS files,
      coalesce(sum(t.pages), 0) AS pages, coalesce(sum(t.verified), 0) AS verified, coalesce(sum(t.toCheck), 0) AS toCheck,
      coalesce(sum(t.reading), 0) AS reading, coalesce(sum(t.failed), 0) AS failed
    FROM archive_fonds o JOIN record fr ON fr.n = o.n LEFT JOIN archive_file f ON f.fonds = fr.id AND f.removed = 0 AND ${unhidden('f.n')}
      LEFT JOIN record r ON r.n = f.n LEFT JOIN t ON t.file = r.id
    WHERE o.removed = 0 GROUP BY fr.id, f.term, f.box`);
  const ofFiles = db.prepare<[string], FileProgress>(`
    SELECT t.file AS fileId, count(*) AS documents, ${progressColumns} FROM (
      SELECT d.file, count(p.n) AS pages, coalesce(sum(p.state IN ('CHO_DOC', 'DANG_DOC')), 0) AS reading, coalesce(sum(p.state = 'LOI'), 0) AS failed,
        coalesce(sum(CASE WHEN d.verification = 'DA_XEM' THEN p.state NOT IN ('CHO_DOC', 'DANG_DOC', 'LOI') ELSE p.state = 'DA_SUA' END), 0) AS verified,
        coalesce(sum(p.state = 'CAN_XEM' AND d.verification IS NOT 'DA_XEM'), 0) AS toCheck
      FROM json_each(?) wanted JOIN archive_document d ON d.file = wanted.value AND d.removed = 0 AND ${unhidden('d.n')} JOIN record dr ON dr.n = d.n
        LEFT JOIN page p ON p.document = dr.id AND p.removed = 0
      GROUP BY d.n) t GROUP BY t.file`);
  return {
    tree: (): ArchiveNode[] => {
      access.refresh();
      return buildTree(boxes.all());
    },
    /** Every file that was asked for, in the order of asking; one without documents has zeros. */
    fileProgress: (fileIds: readonly string[]): FileProgress[] => {
      access.refresh();
      const found = new Map(ofFiles.all(JSON.stringify([...new Set(fileIds)])).map((row) => [row.fileId, row]));
      return fileIds.map((fileId) => found.get(fileId) ?? { fileId, documents: 0, ...noPages });
    },
  };
}

const noPages: Progress = { pages: 0, verified: 0, toCheck: 0, reading: 0, failed: 0 };

const vietnamese = new Intl.Collator('vi', { numeric: true });
/** 'Trước 2010' stands before '2010-2015'. A term without a year comes after those with one. */
const beginningOf = ({ kind, label }: Branch): number => {
  const [year] = /\d{4}/.exec(label) ?? [];
  if (kind !== 'term' || year === undefined) return Number.MAX_SAFE_INTEGER;
  return Number(year) - (/^trước/i.test(label) ? 0.5 : 0);
};

/** Terms in order of time; files whose term or box nobody wrote down come last. */
const byPlace = (a: Branch, b: Branch): number =>
  Number(a.unknown) - Number(b.unknown) || beginningOf(a) - beginningOf(b) || vietnamese.compare(a.label, b.label);

type Branch = ArchiveNode & { unknown: boolean; children: Branch[] };

function buildTree(rows: readonly BoxRow[]): ArchiveNode[] {
  const roots: Branch[] = [];
  for (const row of rows) {
    const { fondsId, fonds, term, box } = row;
    const root = childOf(roots, { kind: 'fonds', key: fondsId, label: fonds, fondsId, term: null, box: null }, false);
    if (row.files === 0) continue;
    const middle = childOf(
      root.children,
      { kind: 'term', key: JSON.stringify([fondsId, term]), label: term ?? '', fondsId, term, box: null },
      term === null,
    );
    const leaf = childOf(
      middle.children,
      { kind: 'box', key: JSON.stringify([fondsId, term, box]), label: box ?? '', fondsId, term, box },
      box === null,
    );
    for (const node of [root, middle, leaf]) count(node, row);
  }
  return ordered(roots);
}

function childOf(
  siblings: Branch[],
  node: Pick<ArchiveNode, 'kind' | 'key' | 'label' | 'fondsId' | 'term' | 'box'>,
  unknown: boolean,
): Branch {
  const there = siblings.find(({ key }) => key === node.key);
  if (there !== undefined) return there;
  const made = { ...node, files: 0, progress: { ...noPages }, children: [], unknown };
  siblings.push(made);
  return made;
}

function count(node: Branch, row: BoxRow): void {
  node.files += row.files;
  for (const part of Object.keys(noPages) as (keyof Progress)[]) node.progress[part] += row[part];
}

const ordered = (nodes: Branch[]): ArchiveNode[] =>
  nodes.sort(byPlace).map(({ key, kind, label, fondsId, term, box, files, progress, children }) => ({
    key,
    kind,
    label,
    fondsId,
    term,
    box,
    files,
    progress,
    children: ordered(children),
  }));
