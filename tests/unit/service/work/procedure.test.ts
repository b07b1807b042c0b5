import { describe, expect, it } from 'vitest';
import { changeCaseType } from '#service/work/cases/change-type';
import { concludeCase } from '#service/work/cases/conclude';
import { dossierOf } from '#service/work/cases/dossier';
import { fileCase, retentionOfCase } from '#service/work/cases/file-case';
import { extendCase, pauseCase, resumeCase, setDuration } from '#service/work/cases/time-limit';
import { dutyBoard, notDone, weekDigest } from '#service/work/follow-up/board';
import { openCase } from '#service/work/open-case';
import { awaitingAnswers } from '#service/work/petitions/awaiting';
import { splitPetition } from '#service/work/petitions/split';
import { numberGaps } from '#service/work/registers/gaps';
import { agenda } from '#service/work/tasks/agenda';
import { calendarText } from '#service/work/tasks/calendar-file';
import { handOver, hands } from '#service/work/tasks/in-hand';
import { proposeTasks } from '#service/work/tasks/propose';
import { testBook } from '../../../support/book';
import { denunciation, proposedCase } from '../../../support/denunciation';

const today = '2026-11-23';
const book = testBook();
const one = (type: 'case' | 'petition' | 'duty', id: string) => book.records.get(type, id);
const opened = (type: string, more?: Record<string, unknown>) => openCase(book, { values: proposedCase(type, more) }).record;

describe('from a petition to what is not carried out', () => {
  const [saved] = book.records.save([
    denunciation(1, { items: [{ summary: 'Thu quỹ làm đường vượt dự toán' }, { summary: 'Quyết định khiển trách không đúng' }] }),
  ]);
  const petitionId = saved?.id ?? '';

  it('a mixed petition is split: its items go to a new one that names the first and has no sender', () => {
    const items = (one('petition', petitionId)?.values.items ?? []) as { id: string; summary: string }[];
    const split = splitPetition(book, {
      id: petitionId,
      revision: 1,
      items: [items[1]?.id ?? ''],
      kind: 'KN',
      summary: 'Khiếu nại kỷ luật',
      today,
    });
    expect(split.number).toBe(2);
    const second = one('petition', split.id);
    expect(second).toMatchObject({ sealed: [], values: { kind: 'KN', splitFrom: petitionId, receivedOn: '2026-10-05' } });
    expect(second?.values.items).toMatchObject([{ summary: 'Quyết định khiển trách không đúng' }]);
    expect(one('petition', petitionId)?.values.items).toHaveLength(1);
  });

  it('a case is concluded with duties in one go; the items of case and petition get their conclusion', () => {
    const record = openCase(book, {
      values: proposedCase('GQ_TC', {
        code: '13/HS',
        leader: 'Phạm Quốc Tuấn',
        items: [{ summary: 'Thu quỹ làm đường vượt dự toán' }],
      }),
      petitionId,
    }).record;
    const result = concludeCase(book, {
      id: record.id,
      revision: record.revision,
      conclusion: {
        number: '20-TB/UBKTĐU',
        issuedOn: '2026-11-02',
        subject: 'Kết luận tố cáo',
        items: [{ summary: 'Thu quỹ làm đường vượt dự toán', conclusion: 'DUNG_VI_PHAM' }],
        outcome: ['CO_VI_PHAM'],
      },
      duties: [
        { name: 'Nộp lại quỹ', kind: 'THU_HOI_TIEN', dueOn: '2026-10-20', amount: 1_000_000, amountDone: 250_000 },
        { name: 'Kiểm điểm chi ủy', kind: 'KIEM_DIEM', dueOn: '2026-11-26', watchedBy: 'Nguyễn Thị Thu Hà' },
      ],
    });
    expect(result.duties).toBe(2);
    expect(one('case', record.id)?.values).toMatchObject({ state: 'THEO_DOI_KHAC_PHUC', outcome: ['CO_VI_PHAM'] });
    expect(one('petition', petitionId)?.values).toMatchObject({ state: 'CHO_TRA_LOI', items: [{ conclusion: 'DUNG_VI_PHAM' }] });
    expect(proposeTasks(book, record.id, today).created).toBeGreaterThan(2);
    expect(proposeTasks(book, record.id, today).created, 'what is there is not made again').toBe(0);
  });

  it('duties are told by how pressing they are, in the digest of the week and in the report of what is not done', () => {
    const board = dutyBoard(book, today, false);
    expect(board.counts).toMatchObject({ overdue: 1, within3: 1, escalated: 1, done: 0 });
    expect(board.duties.map(({ name, warning, escalation }) => [name, warning, escalation])).toEqual([
      ['Nộp lại quỹ', 'overdue', ['longOverdue']],
      ['Kiểm điểm chi ủy', 'within3', []],
    ]);
    const digest = weekDigest(book, today);
    expect([digest.from, digest.to, digest.due.length, digest.escalated.length]).toEqual(['2026-11-23', '2026-11-29', 1, 1]);
    expect(notDone(book, today)).toMatchObject({ total: 1, amountOpen: 750_000 });
    const [late] = board.duties;
    book.records.save([{ type: 'duty', id: late?.id ?? '', values: { state: 'HOAN_THANH', doneOn: today, progress: 100 } }]);
    expect(notDone(book, today).total).toBe(0);
    expect(weekDigest(book, today).done).toHaveLength(1);
  });
});

describe('time limits of a case', () => {
  it('follow length, extension and pause, and keep the reason of each', () => {
    const { id, revision } = opened('KT_DHVP_DV', { announcedOn: '2026-10-22' });
    const now = () => one('case', id)?.revision ?? 0;
    expect(setDuration(book, { id, revision, days: 45, dayKind: 'calendar', source: 'Quy chế Ủy ban, Điều 3', today }).dueOn).toBe(
      '2026-12-06',
    );
    expect(extendCase(book, { id, revision: now(), days: 10, document: '30-QĐ', date: today, reason: 'Thêm đối tượng' }).dueOn).toBe(
      '2026-12-16',
    );
    pauseCase(book, { id, revision: now(), from: '2026-11-10', document: '', reason: 'Chờ kết luận điều tra' });
    expect(one('case', id)?.values.state).toBe('TAM_DINH_CHI');
    expect(resumeCase(book, { id, revision: now(), to: '2026-11-19' }).dueOn).toBe('2026-12-26');
    expect(one('case', id)?.values).toMatchObject({
      state: 'THAM_TRA_XAC_MINH',
      dueSource: 'Quy chế Ủy ban, Điều 3',
      extensions: [{ days: 10 }],
      pauses: [{ from: '2026-11-10', to: '2026-11-19' }],
    });
  });
});

describe('a change of type', () => {
  it('keeps what was done, ends what was open, and goes on with the steps of the new type', () => {
    const { id } = opened('GS_CD');
    const parts = (type: 'caseStep' | 'checklistItem') =>
      book.records.list({
        type,
        filters: [{ field: 'case', op: 'eq', value: id }],
        sort: [{ field: 'order', direction: 'asc' }],
        limit: 500,
      }).rows;
    const before = parts('checklistItem');
    const [first] = before;
    book.records.save([{ type: 'checklistItem', id: first?.id ?? '', values: { state: 'CO', doneOn: '2026-10-25' } }]);
    const changed = changeCaseType(book, {
      id,
      revision: one('case', id)?.revision ?? 0,
      to: 'KT_DHVP_TC',
      on: '2026-11-20',
      document: '25-QĐ/UBKTĐU',
      reason: 'Phát hiện dấu hiệu vi phạm',
    });
    expect(changed.steps).toBe(3);
    const steps = parts('caseStep');
    expect(steps.map(({ values }) => values.state)).toEqual(['DA_XONG', 'BO_QUA', 'BO_QUA', 'DANG_LAM', 'CHUA_DEN', 'CHUA_DEN']);
    const papers = parts('checklistItem');
    expect(papers).toHaveLength(before.length + changed.items);
    expect(papers.slice(0, before.length).map(({ values }) => values.state)).toEqual(['CO', ...before.slice(1).map(() => 'KHONG_CAN')]);
    expect(one('case', id)?.values).toMatchObject({
      type: 'KT_DHVP_TC',
      currentStep: steps[3]?.id,
      typeChanges: [{ from: 'GS_CD', to: 'KT_DHVP_TC', document: '25-QĐ/UBKTĐU' }],
    });
    const { entries } = dossierOf(book, id);
    expect(entries[0]).toMatchObject({ order: 1, state: 'notScanned', date: '2026-10-25' });
    expect(entries.filter(({ state }) => state === 'missing').length).toBeGreaterThan(5);
  });
});

describe('the archive file of a case', () => {
  it('is kept as long as the pack in force says for what was found, unless a person decides otherwise, and takes the loose scans', () => {
    const [fonds] = book.records.save([{ type: 'archiveFonds', values: { code: 'P01', name: 'Phông Đảng bộ xã' } }]);
    const quiet = opened('KT_DHVP_DV', { code: '21/HS' });
    const found = opened('KT_DHVP_DV', { code: '22/HS', outcome: ['CO_VI_PHAM'] });
    // Permanent where there was a violation, else twenty years (domain-2, section 4); proposals, which the answer says.
    expect(retentionOfCase(book, quiet.id, today)).toMatchObject({
      retention: '05',
      unverified: true,
      pack: '2026.2',
      what: { vi: expect.stringMatching(/Hồ sơ/), en: expect.stringMatching(/^[A-Za-z ,()]+$/) },
    });
    expect(retentionOfCase(book, found.id, today)).toMatchObject({ retention: '01' });
    const [scan] = book.records.save([
      { type: 'archiveDocument', values: { type: 'BC', subject: 'Báo cáo giải trình', secrecy: 'THUONG', verification: 'CHO_XEM' } },
    ]);
    book.records.save([{ type: 'case', id: found.id, values: { documents: [scan?.id] } }]);
    const made = fileCase(book, {
      id: found.id,
      revision: one('case', found.id)?.revision ?? 0,
      fonds: fonds?.id ?? '',
      code: 'P01.2026.22',
      box: '3',
      retention: '04',
      today,
    });
    expect(made.documents).toBe(1);
    expect(one('case', found.id)?.values.archiveFile).toBe(made.fileId);
    expect(book.records.get('archiveFile', made.fileId)?.values).toMatchObject({
      retention: '04',
      fonds: fonds?.id,
      box: '3',
      startDate: '2026-10-22',
      endDate: today,
      secrecy: 'THUONG',
    });
    expect(book.records.get('archiveDocument', scan?.id ?? '')?.values.file).toBe(made.fileId);
  });
});

describe('work of the people', () => {
  it('is in the agenda by day, in the calendar file, and changes hands when someone leaves', async () => {
    book.records.save([
      {
        type: 'task',
        values: { name: 'Viết báo cáo', assignee: 'Trần A', state: 'CHUA_LAM', dueOn: '2026-11-24', time: '8h30', place: 'Phòng họp' },
      },
      denunciation(9, {
        handler: 'Trần A',
        dueOn: '2026-11-20',
        forwards: [{ to: 'UBND xã', sentOn: '2026-11-01', answerDueOn: '2026-11-25' }],
      }),
    ]);
    const day = agenda(book, { from: '2026-11-24', to: '2026-11-25', person: 'Trần A' });
    expect(day.map(({ day: on, kind, title }) => [on, kind, title])).toEqual([
      ['2026-11-24', 'task', 'Viết báo cáo'],
      ['2026-11-25', 'answer', 'UBND xã'],
    ]);
    const text = await calendarText(day, 'Trần A');
    expect(text).toContain('SUMMARY:Viết báo cáo');
    expect(text).toMatch(/DTSTART:20261124T013000Z/);
    expect(text).toMatch(/DTSTART;VALUE=DATE:20261125/);
    expect(awaitingAnswers(book, today)).toMatchObject([{ to: 'UBND xã', waitingDays: 22 }]);
    expect(hands(book, today).hands.find(({ person }) => person === 'Trần A')).toMatchObject({ open: 2, overdue: 1, week: 1 });
    expect(handOver(book, { from: 'Trần A', to: 'Lê B', on: today, reason: 'Nghỉ hưu' })).toEqual({
      moved: { task: 1, petition: 1 },
      total: 2,
    });
    expect(hands(book, today).hands.some(({ person }) => person === 'Trần A')).toBe(false);
    expect(
      book.records.list({ type: 'task', filters: [{ field: 'assignee', op: 'eq', value: 'Lê B' }] }).rows[0]?.values.handovers,
    ).toMatchObject([{ from: 'Trần A', to: 'Lê B', reason: 'Nghỉ hưu' }]);
  });

  it('shows gaps of a register, not the numbers that a workstation keeps', () => {
    expect(numberGaps(book, 'petition')).toEqual([{ register: '2026', first: 3, last: 8 }]);
    book.records.save([{ type: 'numberRange', values: { register: 'SO_DON_THU', year: 2026, first: 3, last: 8, device: 'khac' } }]);
    expect(numberGaps(book, 'petition')).toEqual([]);
  });
});
