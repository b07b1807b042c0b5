/** Enrolment without network: answers the requests that workstations wrote onto the stick (protocol, section 11). */
import { answerName, type StickFiles } from '#shared/sync/bundle-stick';
import { type EnrolAnswer, enrolRequest, type EnrolRequest } from '#shared/sync/enrolment';
import { HubFailure } from '../failure';
import { problemOf, requestsIn, type StickProblem } from './read-stick';

export interface AnsweredRequest {
  readonly file: string;
  readonly device: string | null;
  readonly committee: string | null;
  /** answered: the answer lies on the stick. known: it did already. */
  readonly outcome: 'answered' | 'known' | 'refused';
  readonly problem: StickProblem | null;
}

/** Longest request that is read, bytes. */
const longest = 16 * 1024;
const unreadable: StickProblem = {
  code: 'bad-request',
  words: { vi: 'tệp xin đăng ký không đọc được', en: 'the request cannot be read' },
};

/**
 * A wrong code costs one of its five tries, as it does on the line; a request that was answered is not tried again.
 * @param enrol gives the answer, and remembers where bundles for this workstation go
 * @throws AppError of the stick
 */
export async function answerRequests(
  len: StickFiles,
  xuong: StickFiles,
  enrol: (request: EnrolRequest) => Promise<EnrolAnswer>,
): Promise<AnsweredRequest[]> {
  const done = new Map((await xuong.list()).map(({ name, writtenAt }) => [name, writtenAt]));
  const answered: AnsweredRequest[] = [];
  for (const { name: file, writtenAt } of requestsIn(await len.list())) {
    const request = await readRequest(len, file);
    const told = (outcome: AnsweredRequest['outcome'], problem: StickProblem | null = null, committee: string | null = null): void =>
      void answered.push({ file, device: request?.device ?? null, committee, outcome, problem });
    if (!request) {
      told('refused', unreadable);
      continue;
    }
    const name = answerName(request.device);
    if ((done.get(name) ?? 0) >= writtenAt) {
      told('known');
      continue;
    }
    try {
      const answer = await enrol(request);
      await xuong.write(`${name}.part`, piecesOf(JSON.stringify(answer)));
      await xuong.rename(`${name}.part`, name);
      told('answered', null, answer.certificate.committee);
    } catch (error) {
      if (!(error instanceof HubFailure)) throw error;
      told('refused', problemOf(error, file));
    }
  }
  return answered;
}

async function readRequest(len: StickFiles, file: string): Promise<EnrolRequest | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of len.read(file)) {
    length += piece.length;
    if (length > longest) return undefined;
    pieces.push(piece);
  }
  try {
    return enrolRequest.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
  } catch {
    return undefined;
  }
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(text);
}
