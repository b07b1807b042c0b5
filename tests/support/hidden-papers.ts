/** One of everything that content is in, for tests of who sees what. */
import type { Book } from '#service/book/book';
import { createPageWords } from '#service/search/page-words';

export const today = '2026-11-23';

export interface Placed {
  readonly ids: readonly string[];
  readonly case: string;
  readonly petition: string;
  readonly file: string;
  readonly document: string;
  readonly page: string;
  readonly member: string;
}

/** One of everything that content is in, under this level. */
export function placePapers(book: Book, word: string, secrecy: string, number: number): Placed {
  const ids: string[] = [];
  const one = (type: Parameters<Book['records']['save']>[0][number]['type'], values: Record<string, unknown>): string => {
    const id = book.records.save([{ type, values }])[0]?.id ?? '';
    ids.push(id);
    return id;
  };
  const [cell, member] = [book.records.list({ type: 'organisation' }).rows[0]?.id, book.records.list({ type: 'partyMember' }).rows[0]?.id];
  const day = '2026-10-05';
  const petition = one('petition', {
    number,
    kind: 'TC',
    source: 'TRUC_TIEP',
    secrecy,
    state: 'DANG_GIAI_QUYET',
    receivedOn: day,
    dueOn: '2026-11-01',
    summary: `${word} đất đai`,
    accusedMembers: [member],
    items: [{ summary: `${word} lấn chiếm` }],
    forwards: [{ to: `${word} nơi nhận`, sentOn: day, answerDueOn: '2026-10-20' }],
  });
  const theCase = one('case', {
    code: `KT-${number}`,
    type: 'KT_DHVP_DV',
    name: `${word} kiểm tra`,
    state: 'THAM_TRA_XAC_MINH',
    inspectingBody: 'UBKT',
    term: '2025-2030',
    secrecy,
    rulePack: '2026.1',
    openedOn: day,
    dueOn: '2026-11-10',
    leader: `${word} trưởng đoàn`,
    subjects: [{ member, role: 'DOI_TUONG' }],
    schedule: [{ day: today, purpose: `${word} làm việc`, with: word }],
  });
  const step = one('caseStep', {
    case: theCase,
    order: 1,
    name: `${word} bước`,
    phase: 'CHUAN_BI',
    state: 'DANG_LAM',
    dueOn: '2026-11-01',
  });
  one('checklistItem', { case: theCase, step, order: 1, name: `${word} giấy tờ`, documentType: 'QD', state: 'THIEU' });
  const conclusion = one('conclusion', {
    case: theCase,
    number: `${number}-KL`,
    issuedOn: '2026-10-20',
    subject: `${word} kết luận`,
    secrecy,
    state: 'DANG_THUC_HIEN',
    shortcomings: word,
  });
  one('duty', {
    conclusion,
    name: `${word} khắc phục`,
    kind: 'KHAC_PHUC',
    state: 'DANG_THUC_HIEN',
    dueOn: '2026-11-05',
    organisation: cell,
    member,
  });
  one('disciplinaryDecision', {
    case: theCase,
    member,
    form: 'KHIEN_TRACH',
    number: `${number}-QĐ`,
    signedOn: '2026-10-25',
    level: 'BTV_XA',
    subjectKind: 'DV',
    summary: `${word} vi phạm`,
    secrecy,
    violationText: word,
    state: 'HIEU_LUC',
  });
  one('task', { name: `${word} việc`, state: 'CHUA_LAM', dueOn: '2026-11-20', assignee: `${word} người làm`, about: theCase });
  one('note', { about: theCase, text: `${word} ghi chú` });
  one('incomingDocument', { arrivalNumber: number, arrivedOn: day, subject: `${word} đến`, issuer: `${word} cơ quan`, secrecy });
  one('outgoingDocument', {
    number,
    symbol: `${number}-CV/UBKTĐU`,
    type: 'CV',
    term: '2025-2030',
    issuedOn: day,
    subject: `${word} đi`,
    secrecy,
  });
  const fonds = book.records.list({ type: 'archiveFonds' }).rows[0]?.id ?? one('archiveFonds', { code: 'P1', name: 'Phông' });
  const file = one('archiveFile', {
    code: `HS-${number}`,
    title: `${word} hồ sơ`,
    fonds,
    term: '2015-2020',
    box: `${number}`,
    retention: '06',
    accessMode: '01',
    secrecy,
    state: 'CHO_KIEM_TRA',
    startDate: '2004',
    endDate: '2005',
  });
  const document = one('archiveDocument', {
    file,
    order: 1,
    symbol: `0${number}-CV`,
    subject: `${word} trích yếu`,
    issuer: `${word} ban hành`,
    signer: `Nguyễn ${word}`,
    secrecy: 'THUONG',
    verification: 'CHO_XEM',
    issuedOn: '2005-03-02',
    type: 'CV',
  });
  const image = word
    .padEnd(64, 'a')
    .replaceAll(/[^0-9a-f]/g, 'b')
    .slice(0, 64);
  const page = one('page', {
    document,
    order: 1,
    image,
    mime: 'image/jpeg',
    bytes: 9,
    width: 9,
    height: 9,
    state: 'DA_DOC',
    sourceName: `${word}.pdf`,
    rawText: `${word} Nguyễn Văn An đất đai`,
  });
  createPageWords(book.db).put(page, [{ text: word, x: 0, y: 0, w: 1, h: 1, confidence: 90, line: 1 }]);
  return { ids, case: theCase, petition, file, document, page, member: member ?? '' };
}
