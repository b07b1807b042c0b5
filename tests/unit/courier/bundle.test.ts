import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { BundleError, type Frame, frameKinds } from '#shared/sync/bundle';
import { parseFrames, signedFrame } from '#shared/sync/bundle-frames';
import { type BundleItem, openPart } from '#shared/sync/bundle-open';
import { bytesOf } from '#shared/sync/bundle-seal';
import { partName, readPart, readPartName, writePart } from '#shared/sync/bundle-stick';
import { agePipe } from '#shared/node/age-pipe';
import { bundleTools } from '#shared/node/bundle-tools';
import {
  from,
  gather,
  inPieces,
  join,
  memoryStick,
  sealed,
  sha256,
  someContent,
  testReceiver,
  testSender,
} from '../../support/memory-stick';

const sender = testSender();

interface Outcome {
  readonly items: BundleItem[];
  readonly problem: string | undefined;
}

/** Everything that was handed on before the part ended or failed. */
async function outcomeOf(frames: AsyncIterable<Frame>, publicKey = sender.publicKey): Promise<Outcome> {
  const items: BundleItem[] = [];
  try {
    const part = await openPart(frames, () => publicKey, bundleTools);
    for await (const item of part.items) items.push(item);
    return { items, problem: undefined };
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    return { items, problem: error.problem };
  }
}
const read = (bytes: Uint8Array): Promise<Outcome> => outcomeOf(parseFrames(inPieces(bytes, 97)));
const one = async (content = someContent(sender)): Promise<{ bytes: Buffer; whole: Outcome }> => {
  const [frames = []] = await sealed(content, sender);
  const bytes = await join(bytesOf(from(...frames)));
  return { bytes, whole: await read(bytes) };
};

describe('frames', () => {
  test('come back as they were, in pieces of any length', async () => {
    const [frames = []] = await sealed(someContent(sender, 70_000), sender);
    const bytes = await join(bytesOf(from(...frames)));
    for (const length of [1, 5, 4096, bytes.length])
      expect((await gather(parseFrames(inPieces(bytes, length)))).map(({ kind, payload }) => [kind, sha256(payload)])).toEqual(
        frames.map(({ kind, payload }) => [kind, sha256(payload)]),
      );
  });

  test('kinds of a later version are passed over, and so are fields that it added', async () => {
    const wish = signedFrame('wish', { bundle: '0123456789abcdef', blobs: [], later: { more: 1 } }, sender.sign, bundleTools);
    const { whole } = await one([{ kind: 40, payload: randomBytes(10) }, wish]);
    expect(whole).toEqual({ items: [{ kind: 'wish', blobs: [] }], problem: undefined });
  });

  test('nothing holds more than one frame: a length that no frame has is refused before it is read', async () => {
    const [frames = []] = await sealed([], sender);
    const head = frames[0];
    if (!head) throw new Error('no header');
    const lie = Buffer.alloc(5);
    lie[0] = frameKinds.batch;
    lie.writeUInt32LE(0xffff_fff0, 1);
    expect(await read(Buffer.concat([await join(bytesOf(from(head))), lie]))).toEqual({ items: [], problem: 'damaged' });
  });
});

describe('parts', () => {
  const blobs = Array.from({ length: 30 }, () => ({ kind: frameKinds.batch, payload: randomBytes(10_000) }));

  test('are split at the size that was chosen, each complete by itself, the last one says so', async () => {
    const parts = await sealed(blobs, sender, 64 * 1024);
    expect(parts.length).toBe(5);
    const sizes = await Promise.all(parts.map(async (frames) => (await join(bytesOf(from(...frames)))).length));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1024);
    const ends = parts.map((frames) => JSON.parse(Buffer.from(frames.at(-1)?.payload ?? []).toString()) as { last: boolean; part: number });
    expect(ends.map(({ last, part }) => [part, last])).toEqual(parts.map((_, i) => [i + 1, i === parts.length - 1]));
    const items = (await Promise.all(parts.map((frames) => outcomeOf(from(...frames))))).flatMap(({ items }) => items);
    expect(items.length).toBe(30);
  });

  test('a frame larger than a part still travels', async () => {
    expect((await sealed(blobs.slice(0, 3), sender, 1000)).length).toBe(3);
  });

  test('an empty content is one part', async () => {
    const parts = await sealed([], sender);
    expect(parts.map((frames) => frames.map(({ kind }) => kind))).toEqual([[frameKinds.header, frameKinds.end]]);
  });
});

describe('a bad part, in clear', () => {
  test('cut at any byte: what came before is as it was, and the cut is told', async () => {
    const { bytes, whole } = await one();
    for (let at = 0; at < bytes.length; at++) {
      const { items, problem } = await read(bytes.subarray(0, at));
      expect(problem, `cut at ${at}`).toBe('cutOff');
      expect(items, `cut at ${at}`).toEqual(whole.items.slice(0, items.length));
    }
  });

  test('any byte flipped: never an item that was not written, and the damage is told', async () => {
    const { bytes, whole } = await one();
    const written = new Set(whole.items.map((item) => JSON.stringify(item)));
    for (let at = 0; at < bytes.length; at += 2) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 0x10;
      const { items, problem } = await read(altered);
      const told = problem !== undefined || items.some(({ kind }) => kind === 'spoilt');
      expect(told, `byte ${at}`).toBe(true);
      // A batch proves itself to whoever applies it; everything else is proven here.
      for (const item of items)
        if (item.kind !== 'spoilt' && item.kind !== 'batch') expect(written, `byte ${at}`).toContain(JSON.stringify(item));
    }
  });

  test('frames of another bundle, or in another order, are not taken for its own', async () => {
    const [mine = []] = await sealed(someContent(sender), sender);
    const [other = []] = await sealed(someContent(sender), sender, 1e9, { bundle: 'ffffffffffffffff' });
    const mixed = [...mine.slice(0, -1), ...other.slice(1)];
    expect((await outcomeOf(from(...mixed))).problem).toBe('damaged');
    const [head, first, second, ...rest] = mine;
    if (!head || !first || !second) throw new Error('too short');
    expect((await outcomeOf(from(head, second, first, ...rest))).problem).toBe('damaged');
    expect((await outcomeOf(from(...mine, first))).problem).toBe('damaged');
  });

  test('somebody else may not have signed it', async () => {
    const [frames = []] = await sealed(someContent(sender), sender);
    expect(await outcomeOf(from(...frames), testSender().publicKey)).toEqual({ items: [], problem: 'badSignature' });
  });

  test('a newer format is told as such, whatever else is in it', async () => {
    const newer = signedFrame('header', { format: 2, anything: true }, sender.sign, bundleTools);
    expect(await outcomeOf(from(newer))).toEqual({ items: [], problem: 'newerFormat' });
  });
});

describe('a bad part, encrypted', () => {
  const write = async (content: readonly Frame[], recipients: readonly string[]): Promise<Buffer> => {
    const stick = memoryStick();
    const [frames = []] = await sealed(content, sender);
    await writePart({ files: stick, name: 'x', recipients, frames: from(...frames), age: agePipe, tools: bundleTools });
    return stick.files.get('x') ?? Buffer.alloc(0);
  };
  const open = (bytes: Uint8Array, identity: string): Promise<Outcome> =>
    outcomeOf(readPart(memoryStick(new Map([['x', Buffer.from(bytes)]])), 'x', identity, agePipe));

  test('cut or altered anywhere, it gives a beginning of what was written and tells', async () => {
    const { identity, recipient } = await testReceiver();
    const bytes = await write(someContent(sender, 200_000), [recipient]);
    const whole = await open(bytes, identity);
    expect(whole.problem).toBeUndefined();
    const places = [...Array.from({ length: 24 }, (_, i) => i * 10), 66_000, 131_300, 170_000, bytes.length - 17, bytes.length - 1];
    for (const at of places) {
      const cut = await open(bytes.subarray(0, at), identity);
      expect(['damaged', 'cutOff', 'notForUs'], `cut at ${at}`).toContain(cut.problem);
      expect(cut.items).toEqual(whole.items.slice(0, cut.items.length));
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      const flipped = await open(altered, identity);
      expect(['damaged', 'notABundle', 'notForUs'], `flipped at ${at}`).toContain(flipped.problem);
      expect(flipped.items).toEqual(whole.items.slice(0, flipped.items.length));
    }
    // The first pieces of a long part count although its end is lost.
    expect((await open(bytes.subarray(0, 170_000), identity)).items.length).toBe(4);
  });

  test('another receiver, other files', async () => {
    const { identity, recipient } = await testReceiver();
    const bytes = await write(someContent(sender), [recipient]);
    expect((await open(bytes, (await testReceiver()).identity)).problem).toBe('notForUs');
    expect((await open(Buffer.from('Kế hoạch năm 2026'), identity)).problem).toBe('notABundle');
    expect((await open(Buffer.alloc(0), identity)).problem).toBe('damaged');
  });

  test('several receivers can each open it', async () => {
    const receivers = [await testReceiver(), await testReceiver()];
    const bytes = await write(
      someContent(sender),
      receivers.map(({ recipient }) => recipient),
    );
    for (const { identity } of receivers) expect((await open(bytes, identity)).problem).toBeUndefined();
  });
});

describe('names', () => {
  test.each([
    { committee: 'xa-tan-thuong', bundle: '0123456789abcdef', part: 1 },
    { committee: 'a.b_c-1', bundle: 'ffffffffffffffff', part: 1234 },
  ])('$committee $part', (name) => expect(readPartName(partName(name))).toEqual(name));
  test.each(['KTS-x.kts', 'KTS-a-0123456789abcdef-001.kts.part', 'báo cáo.docx', 'KTS-a/b-0123456789abcdef-001.kts'])('not %s', (name) =>
    expect(readPartName(name)).toBeUndefined(),
  );
});
