import { paths } from '#shared/contract/hub';
import { AppError } from '#shared/errors/app-error';
import { snapshotDescription } from '#shared/sync/snapshot';
import { sha256Hex } from '#shared/node/batch-tools';
import type { EnrolledHub } from '../enrolled-hub';
import type { HubClient, HubReply } from '../hub-client';
import type { LineParts } from '../line-parts';
import { snapshotStep, takeWhole } from '../snapshot';
import { reply, stopping } from './stick-hub';

/** A snapshot that comes off a stick part by part, handed to the step of the line that takes one over. */
export interface StickSnapshot {
  /** Resolves once the part was taken over or turned out not to be wanted; one part is in memory at a time. */
  part(bytes: Uint8Array): Promise<void>;
  /** The stick holds no more of it. False for a snapshot that is not what the hub signed. */
  end(): Promise<boolean>;
}

interface Question {
  readonly hash: string | undefined;
  answer(found: HubReply): void;
}

/** @throws AppError store.diskFull and others of the book, from `part` or `end` */
export function takeStickSnapshot(line: LineParts, hub: EnrolledHub, description: Uint8Array): StickSnapshot {
  const known = describe(description);
  let question: Question | undefined;
  let asked: () => void = () => undefined;
  let ended = false;

  const client: HubClient = {
    async send({ path }) {
      if (path.startsWith(`${paths.snapshot}/`)) {
        const [id, n] = path.slice(paths.snapshot.length + 1).split('/');
        // One of an earlier stick that was not finished.
        if (!known || id !== known.id) return reply(410, new Uint8Array());
        if (ended) return stopping();
        return new Promise<HubReply>((resolve) => {
          question = { hash: known.parts[Number(n)]?.hash, answer: resolve };
          asked();
        });
      }
      return path.startsWith(paths.snapshot) && known ? reply(200, description) : stopping();
    },
  };
  let result: { readonly error?: unknown } | undefined;
  const step = snapshotStep(line, { client, hub, go: () => true })
    .then(() => ({}))
    .catch((error: unknown) => ({ error }))
    .then((done) => {
      result = done;
      asked();
    });
  /** Until the step asks for a part, or is over. */
  const quiet = async (): Promise<void> => {
    if (question || result) return;
    await new Promise<void>((resolve) => {
      asked = resolve;
    });
  };

  return {
    async part(bytes) {
      await quiet();
      if (!question || sha256Hex(bytes) !== question.hash) return;
      const { answer } = question;
      question = undefined;
      answer(reply(200, bytes));
      await quiet();
    },
    async end() {
      await quiet();
      ended = true;
      question?.answer(stopping());
      await step;
      const error = result?.error;
      if (error === undefined) return true;
      // What is left of it comes with the next stick.
      if (error instanceof AppError && error.code === 'sync.hubRefused') return true;
      if (error instanceof AppError && error.code === 'sync.badAnswer') return false;
      throw error;
    },
  };
}

/** A part whose description stands in an earlier file of the bundle: it proves itself by its hash. @throws AppError store.diskFull */
export async function keepStickPart(line: LineParts, bytes: Uint8Array): Promise<void> {
  const { book, snapshot } = line;
  const underWay = snapshot.underWay();
  const hash = sha256Hex(bytes);
  if (!underWay || underWay.next || snapshot.has(hash) || !underWay.description.parts.some((part) => part.hash === hash)) return;
  book.transact(() => snapshot.keep(hash, bytes));
  await takeWhole(line);
}

function describe(bytes: Uint8Array) {
  try {
    return snapshotDescription.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}
