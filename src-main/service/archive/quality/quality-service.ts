/** Kiểm tra chất lượng số hóa: rounds V2 and V3 over a random share, their error log and rates (domain 5.7). */
import { randomBytes } from 'node:crypto';
import type { QualityError, QualityReport, QualityRound, QualitySettings } from '#shared/contract/window/quality';
import type { ArchiveScope } from '#shared/contract/window/verification';
import { AppError } from '#shared/errors/app-error';
import { drawFrom } from '#shared/quality/draw';
import { goesBack } from '#shared/quality/rates';
import type { Book } from '../../book/book';
import { uuid7 } from '../../store/uuid7';
import type { Acts } from '../acts/acts';
import { documentsWithFiles, scopeSql } from '../verify/scope';
import { ensureUser } from '../verify/confirm';
import { createErrorLog } from './error-log';
import { createReport } from './report';
import { createRounds, unnamed } from './rounds';
import { type Cell, tableOf } from './table';

export interface QualityService {
  settings(): QualitySettings;
  setSettings(change: { readonly [K in keyof QualitySettings]?: QualitySettings[K] | undefined }): QualitySettings;
  rounds(): QualityRound[];
  /** @throws AppError quality.nothingToDraw where no verified document stands in this place */
  draw(level: 'V2' | 'V3', scope: ArchiveScope, percent?: number, seed?: string): QualityRound;
  /** @throws AppError record.notFound, quality.notChecked while a drawn document was not looked at */
  close(roundId: string): QualityRound;
  errors(roundId: string | undefined, limit: number): { errors: QualityError[]; total: number };
  setKind(checkId: string, itemId: string, kind: string): void;
  report(): QualityReport;
  table(): { documentIds: string[]; name: string; rows: Cell[][] };
}

const settingKey = 'quality';
/** Nothing that was found fixes these; the committee sets them. */
const defaults: QualitySettings = { v2Percent: 20, v3Percent: 10, acceptedPermille: 10 };

export function createQuality(book: Book, acts: Acts): QualityService {
  const { db, records } = book;
  const rounds = createRounds(book);
  const log = createErrorLog(book);
  const report = createReport(book);
  const settings = (): QualitySettings => ({ ...defaults, ...book.settings.get<Partial<QualitySettings>>(settingKey) });
  const verifiedIn = (scope: ArchiveScope): string[] => {
    const { sql, params } = scopeSql(scope);
    return db
      .prepare<string[], string>(
        `SELECT dr.id FROM ${documentsWithFiles} WHERE d.removed = 0 AND d.verification = 'DA_XEM'
          AND EXISTS (SELECT 1 FROM page p WHERE p.document = dr.id AND p.removed = 0)${sql}`,
      )
      .pluck()
      .all(...params);
  };
  const one = (roundId: string): QualityRound => {
    const round = rounds.one(roundId);
    if (round === undefined) throw new AppError('record.notFound');
    return round;
  };

  return {
    settings,
    setSettings: (change) => {
      const next = { ...settings(), ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
      book.settings.set(settingKey, next);
      return next;
    },
    rounds: rounds.all,
    draw: (level, scope, percent, seed) =>
      book.transact(() => {
        const population = verifiedIn(scope);
        if (population.length === 0) throw new AppError('quality.nothingToDraw');
        const { v2Percent, v3Percent, acceptedPermille } = settings();
        const share = percent ?? (level === 'V2' ? v2Percent : v3Percent);
        const sown = seed ?? randomBytes(8).toString('hex');
        const drawn = drawFrom(population, share, sown);
        ensureUser(book);
        const id = uuid7();
        records.save([
          {
            type: 'qualityRound',
            id,
            values: {
              level,
              ...(scope.fondsId !== undefined && { fonds: scope.fondsId }),
              ...(scope.term !== undefined && { term: scope.term || unnamed }),
              ...(scope.box !== undefined && { box: scope.box || unnamed }),
              ...(scope.fileId !== undefined && { file: scope.fileId }),
              percent: share,
              acceptedPermille,
              seed: sown,
              population: population.length,
              drawn: drawn.length,
              drawnAt: new Date().toISOString(),
              drawnBy: book.user.id,
              state: 'DANG_KIEM',
            },
          },
          ...drawn.map((document) => ({ type: 'qualityCheck' as const, values: { round: id, document, done: false } })),
        ]);
        return one(id);
      }),
    close: (roundId) =>
      book.transact(() => {
        const round = one(roundId);
        if (round.state !== 'DANG_KIEM') return round;
        if (round.checked < round.drawn) throw new AppError('quality.notChecked', { left: round.drawn - round.checked });
        const back = goesBack(round.errors, round.fields, round.acceptedPermille);
        const act = acts.begin(back ? 'sendBack' : 'assign', round.title);
        ensureUser(book);
        acts.save(act, [
          {
            type: 'qualityRound',
            id: roundId,
            values: { state: back ? 'TRA_LAI' : 'DAT', closedAt: new Date().toISOString(), closedBy: book.user.id },
          },
          ...(back ? verifiedIn(rounds.scopeOf(roundId)) : []).map((id) => ({
            type: 'archiveDocument' as const,
            id,
            values: { verification: 'TRA_LAI' },
          })),
        ]);
        return one(roundId);
      }),
    errors: log.list,
    setKind: (checkId, itemId, kind) => {
      const check = records.get('qualityCheck', checkId);
      const errors = check?.values['errors'] as readonly { id: string }[] | undefined;
      if (!errors?.some(({ id }) => id === itemId)) throw new AppError('record.notFound');
      records.save([
        {
          type: 'qualityCheck',
          id: checkId,
          values: { errors: errors.map((error) => (error.id === itemId ? { ...error, kind } : error)) },
        },
      ]);
    },
    report,
    table: () => tableOf(report(), log.list(undefined, 2000).errors),
  };
}
