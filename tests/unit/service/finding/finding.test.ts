import { describe, expect, it } from 'vitest';
import { levelOf } from '#shared/finding/level';
import { peopleIn } from '#shared/finding/people';
import { testBook } from '../../../support/book';
import { paperArchive, paperServices } from '../../../support/paper-archive';

describe('people named in a text', () => {
  it.each([
    ['Xét đề nghị của đồng chí Đặng Thanh Nghĩa, Bí thư Chi bộ ấp 4.', ['Đặng Thanh Nghĩa']],
    ['T/M ỦY BAN KIỂM TRA\nCHỦ NHIỆM\nNGUYỄN HỒNG HÒA', ['Nguyễn Hồng Hòa']],
    ['ông Lê Mai và bà Trần Thị Hoa Chủ nhiệm', ['Lê Mai', 'Trần Thị Hoa']],
    ['Đảng Cộng sản Việt Nam; Hồ sơ; Lê Lợi là tên đường', []],
  ])('%s', (text, names) => expect(peopleIn(text)).toEqual(names));
});

describe('the level of a body', () => {
  it.each([
    ['Chi bộ ấp 4, Đảng ủy xã An Phú', '', 'CHI_BO'],
    ['Đảng ủy đặc khu Phú Quý', '', 'XA'],
    ['Ủy ban Kiểm tra', '12-QĐ/UBKTHU', 'HUYEN'],
    ['Ủy ban Kiểm tra', '12-QĐ/UBKTĐU', 'XA'],
    ['Ban Chấp hành Trung ương', '21-QĐ/TW', 'TW'],
    ['Tỉnh ủy Quảng Hòa', '', 'TINH'],
    ['', '', 'KHAC'],
  ])('%s %s is %s', (issuer, symbol, level) => expect(levelOf(issuer, symbol)).toBe(level));
});

const prose =
  'Qua kiểm tra sổ thu chi quỹ khuyến học của trường tiểu học, Đoàn nhận thấy việc ghi chép còn thiếu biên lai tháng ba và tháng tư, ' +
  'kế toán trường chưa đối chiếu với thủ quỹ, số tiền chênh lệch được nộp lại ngân sách trước ngày họp chi bộ.';

describe('finding papers', () => {
  const book = testBook();
  const archive = paperArchive(book);
  const { finding } = paperServices(book);
  const file = archive.file('1');
  const later = archive.file('2', { term: '2015–2020' });
  const decision = archive.document(file, {
    values: { type: 'QD', issuedOn: '2011-10-06', issuer: 'Đảng ủy xã Tân Hòa', subject: 'thi hành kỷ luật', signer: 'Nguyễn Hồng Hòa' },
    pages: ['Thi hành kỷ luật đồng chí Đặng Thanh Nghĩa về đất đai', `Trang hai nói về đất đai. ${prose}`],
  });
  const copy = archive.document(file, {
    values: { type: 'QD', issuedOn: '2011-10-07', subject: 'sao quyết định' },
    pages: [`Bản sao. ${prose}`],
  });
  const report = archive.document(later, {
    values: { type: 'BC', issuedOn: '2016', issuer: 'Chi bộ ấp 7', subject: 'báo cáo đất đai' },
    pages: ['đồng chí ĐẶNG THÀNH NGHĨA báo cáo'],
  });
  const values = (name: string, query: Parameters<typeof finding.facets>[0]) =>
    Object.fromEntries(
      finding
        .facets(query)
        .facets.find((facet) => facet.name === name)
        ?.values.map(({ value, count }) => [value, count]) ?? [],
    );

  it('counts documents by facet, each once however many of its pages are found', () => {
    expect(values('type', { text: 'đất đai' })).toEqual({ QD: 1, BC: 1 });
    expect(values('term', { text: '' })).toEqual({ '2010–2015': 2, '2015–2020': 1 });
    expect(values('level', { text: '' })).toEqual({ XA: 1, CHI_BO: 1 });
    expect(values('person', { text: '' })).toMatchObject({ 'Nguyễn Hồng Hòa': 1 });
  });

  it('keeps the other values of a facet in sight when one is chosen, and narrows the rest', () => {
    const facets = { type: ['QD'] };
    expect(values('type', { text: 'đất đai', facets })).toEqual({ QD: 1, BC: 1 });
    expect(values('term', { text: 'đất đai', facets })).toEqual({ '2010–2015': 1 });
    expect(book.search.search({ text: 'đất đai', facets }).hits.every(({ type }) => type !== 'archiveFile')).toBe(true);
    expect(book.search.search({ text: 'đất đai', facets: { person: ['dang thanh nghia'], type: ['BC'] } }).total).toBe(1);
  });

  it('follows when a document or the term of its file changes', () => {
    book.records.save([{ type: 'archiveDocument', id: report, values: { type: 'TB' } }]);
    expect(values('type', { text: 'báo cáo' })).toEqual({ TB: 1 });
    book.records.save([{ type: 'archiveFile', id: later, values: { term: '2020–2025' } }]);
    expect(values('term', { text: 'báo cáo' })).toEqual({ '2020–2025': 1 });
    expect(book.search.search({ text: 'nghĩa', kinds: ['page'], facets: { term: ['2020–2025'] } }).total).toBe(1);
    expect(finding.documents({ facets: { term: ['2020–2025'] }, years: [], offset: 0, limit: 10 })).toMatchObject({
      total: 1,
      papers: [{ id: report }],
    });
  });

  it('gives the papers of a person: by reference, and by name alone, the other diacritics told apart', () => {
    const cell = book.records.save([
      { type: 'organisation', values: { name: 'Chi bộ ấp 7', kind: 'CHI_BO_TRUC_THUOC', state: 'HOAT_DONG' } },
    ])[0]?.id;
    const member = book.records.save([
      { type: 'partyMember', values: { fullName: 'Đặng Thanh Nghĩa', kind: 'CHINH_THUC', cell, state: 'DANG_SINH_HOAT' } },
    ])[0]?.id;
    const petition = book.records.save([
      {
        type: 'petition',
        values: {
          number: 1,
          receivedOn: '2026-03-01',
          kind: 'TC',
          source: 'TRUC_TIEP',
          state: 'MOI',
          summary: 'x',
          secrecy: 'THUONG',
          accusedMembers: [member],
        },
      },
    ])[0]?.id;
    const papers = finding.papersOf('partyMember', member ?? '');
    expect(papers.referring.map(({ id }) => id)).toEqual([petition]);
    expect(papers.named.map(({ id, exact }) => [id, exact])).toEqual([
      [decision, true],
      [report, false],
    ]);
    expect(finding.papersOf('organisation', cell ?? '').named).toMatchObject([{ id: report, as: 'issuer' }]);
  });

  it('knows a copy of a document', () => {
    const [best] = finding.similar(decision, 5).papers;
    expect(best).toMatchObject({ id: copy });
    expect(finding.similar(copy, 5).papers[0]).toMatchObject({ id: decision });
    expect(finding.similar(report, 5).papers.map(({ id }) => id)).not.toContain(copy);
  });

  it('tells the course of a file', () => {
    expect(finding.timeline(file).map(({ id, day, pages }) => [id, day, pages])).toEqual([
      [decision, '2011-10-06', 2],
      [copy, '2011-10-07', 1],
    ]);
  });
});
