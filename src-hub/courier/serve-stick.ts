/** One visit of a stick: requests and bundles of all its committees are read, answers are written. */
import path from 'node:path';
import { stat } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error';
import { type StickFiles, stickFolder, type StickPlace } from '#shared/sync/bundle-stick';
import type { EnrolAnswer, EnrolRequest } from '#shared/sync/enrolment';
import { HubFailure } from '../failure';
import { asFailure } from '../http/failures';
import { type AnsweredRequest, answerRequests } from './answer-requests';
import type { CourierHub } from './courier-hub';
import { type ReadPart, readStick, partsIn, problemOf, type StickProblem } from './read-stick';
import { openStickFiles } from '#shared/node/stick-files';
import { writeAnswer, type WrittenAnswer } from './write-answer';

export interface StickVisit {
  readonly dir: string;
  readonly requests: readonly AnsweredRequest[];
  readonly bundles: readonly ReadPart[];
  readonly answers: readonly WrittenAnswer[];
  /** What ended the visit early; what was read until then counts. */
  readonly problem: StickProblem | null;
  readonly seconds: number;
}

export interface VisitOptions {
  readonly hub: CourierHub;
  /** AGE-SECRET-KEY-1…, which opens what workstations write. */
  readonly ageIdentity: string;
  readonly enrol: (request: EnrolRequest) => Promise<EnrolAnswer>;
  /** Largest file that is written. */
  readonly partBytes: number;
  readonly openFiles?: (dir: string) => StickFiles;
  onPart?(part: ReadPart): void;
}

/** @throws AppError courier.noFolder; everything else that a stick does is told in `problem` */
export async function serveStick(dir: string, options: VisitOptions): Promise<StickVisit> {
  const started = Date.now();
  if (!(await stat(dir).catch(() => undefined))?.isDirectory()) throw new AppError('courier.noFolder', { dir });
  const at = (place: StickPlace): StickFiles => (options.openFiles ?? openStickFiles)(path.join(dir, stickFolder, place));
  const [len, xuong] = [at('len'), at('xuong')];
  const { hub } = options;
  const visit = { requests: [] as AnsweredRequest[], bundles: [] as ReadPart[], answers: [] as WrittenAnswer[] };
  let problem: StickProblem | null = null;
  try {
    visit.requests.push(...(await answerRequests(len, xuong, options.enrol)));
    await readStick(hub, options.ageIdentity, len, (part) => {
      visit.bundles.push(part);
      options.onPart?.(part);
    });
    for (const committee of await committeesOf(visit, xuong)) {
      const answer = await writeAnswer(hub, xuong, committee, options.partBytes);
      if (answer) visit.answers.push(answer);
    }
  } catch (error) {
    const known = error instanceof AppError ? error : asFailure(error);
    if (known instanceof HubFailure && known.status === 500) throw error;
    problem = problemOf(known, dir);
  }
  return { dir, ...visit, problem, seconds: (Date.now() - started) / 1000 };
}

/** Those who wrote something that was taken, were enrolled, or had an answer on this stick before. */
async function committeesOf(visit: { requests: AnsweredRequest[]; bundles: ReadPart[] }, xuong: StickFiles): Promise<string[]> {
  const committees = new Set(partsIn(await xuong.list()).map(({ committee }) => committee));
  for (const { committee } of visit.requests) if (committee !== null) committees.add(committee);
  for (const { committee, outcome } of visit.bundles) if (outcome !== 'refused') committees.add(committee);
  return [...committees].sort();
}
