/** Formats that are read without the book: batch, page of the log, snapshot, bundle, recovery words, audit file, update, rule pack. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleTools } from '#shared/node/bundle-tools';
import { rawPublicKey } from '#shared/node/ed25519';
import { checkAuditFile } from '#shared/secrecy/audit-file';
import { BatchError, decodeBatch, encodeBatch, encodeCleared, noHash } from '#shared/sync/batch';
import { BundleError } from '#shared/sync/bundle';
import { frameHead, parseFrames } from '#shared/sync/bundle-frames';
import { openPart } from '#shared/sync/bundle-open';
import { fieldClock, writeStamp } from '#shared/sync/hlc';
import { decodeSnapshotPart, encodeSnapshotPart, type SnapshotRecord } from '#shared/sync/snapshot';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { layOut } from '#service/update/lay-out';
import { withUpdateFile } from '#service/update/update-source';
import { bytesOf, wordsOf } from '#service/vault/recovery-words';
import { updateFile } from '../../scripts/release/make-update.mjs';
import { gather, sealed, someContent, testSender } from '../support/memory-stick';
import { below, damaged, damagedJson, type Random } from './mutate';
import type { Target } from './run-fuzz';

/** A parser that keeps nothing: refused is what throws one of its own failures. */
const parser = (name: string, make: () => Promise<(random: Random) => unknown> | ((random: Random) => unknown)): Target => ({
  name,
  weight: 1,
  open: async () => {
    const read = await make();
    return {
      bring: async (random) => {
        try {
          return (await read(random)) === 'refused' ? 'refused' : 'taken';
        } catch (error) {
          if (error instanceof BatchError || error instanceof BundleError) return 'refused';
          throw error;
        }
      },
      state: () => null,
      close: async () => undefined,
    };
  },
});

const someOps = (): never[] =>
  Array.from({ length: 6 }, (_, n) => ({
    seq: n + 1,
    stamp: writeStamp({ ms: 1_770_000_000_000 + n, counter: 0 }),
    type: 'petition',
    id: `01890000-0000-7000-8000-00000000000${n}`,
    base: {},
    actor: '01890000-0000-7000-8000-000000000009',
    fields: { summary: `Đơn thứ ${n}`, number: n },
    hash: createHash('sha256').update(String(n)).digest('hex'),
  })) as never[];
const someHeader = {
  committee: 'xa-mau',
  device: 'device-01',
  incarnation: 'life-0001',
  number: 1,
  firstSeq: 1,
  count: 6,
  prevHash: noHash,
};

const batch = parser('batch', () => {
  const signed = (body: unknown, codec: 'none' | 'gzip') =>
    encodeBatch(someHeader, body as never, codec, batchTools, () => new Uint8Array(64)).bytes;
  return (random) => {
    const ops = random() < 0.5 ? someOps() : damagedJson(random, someOps());
    const codec = random() < 0.5 ? 'none' : 'gzip';
    let bytes: Uint8Array;
    try {
      bytes = signed({ ops, withheld: [] }, codec);
    } catch {
      // What cannot be written is not tried.
      bytes = signed({ ops: someOps(), withheld: [] }, codec);
    }
    // One batch in four is what a hub leaves of it.
    if (random() < 0.25) bytes = encodeCleared(bytes, { ops: someOps(), withheld: [] }, batchTools, () => new Uint8Array(64));
    // The signature holds: what is read here is what a faulty or false author wrote.
    return decodeBatch(random() < 0.6 ? damaged(random, bytes) : bytes, batchTools, () => true);
  };
});

const snapshot = parser('snapshot part', () => {
  const records = Array.from({ length: 4 }, (_, n) => ({
    type: 'petition',
    id: `01890000-0000-7000-8000-00000000000${n}`,
    state: {
      fields: { summary: `Đơn ${n}` },
      clocks: { summary: fieldClock(writeStamp({ ms: 1_770_000_000_000, counter: n }), 'life-0001', 'a'.repeat(64)) },
    },
  })) as unknown as SnapshotRecord[];
  const whole = encodeSnapshotPart(records, 'gzip', batchTools);
  const plain = encodeSnapshotPart(records, 'none', batchTools);
  return (random) => decodeSnapshotPart(damaged(random, random() < 0.5 ? whole : plain), batchTools);
});

const bundle = parser('bundle', async () => {
  const sender = testSender();
  const [frames = []] = await sealed(someContent(sender), sender);
  const whole = Buffer.concat(frames.flatMap((frame) => [frameHead(frame), frame.payload]));
  return async (random) => {
    const bytes = damaged(random, whole);
    const piece = 1 + below(random, 400);
    const pieces = (async function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    })();
    const { items } = await openPart(parseFrames(pieces), () => sender.publicKey, bundleTools);
    return gather(items);
  };
});

const recovery = parser('recovery sheet', () => {
  const words = wordsOf(Buffer.alloc(15, 7)).join(' ');
  return (random) => wordsOf(bytesOf(damaged(random, Buffer.from(words)).toString('utf8')));
});

const auditFile = parser('audit file', () => {
  const text = '{"format":"kiem-tra-so audit","version":1,"head":{"seq":2}}\n{"seq":1,"content":"x"}\n{"seq":2,"content":"y"}\n';
  const tools = { sha256: (clear: string) => createHash('sha256').update(clear).digest('hex'), verifies: () => true };
  return (random) => (checkAuditFile(damaged(random, Buffer.from(text)).toString('utf8'), tools).brokenAt === null ? 'taken' : 'refused');
});

const update: Target = {
  name: 'update',
  weight: 4,
  open: async () => {
    const dir = mkdtempSync(join(tmpdir(), 'kts-fuzz-'));
    const { privateKey } = generateKeyPairSync('ed25519');
    const place = { version: '0.1.0', schema: 1, system: 'linux-x64', trusted: [rawPublicKey(privateKey)] };
    const content = Buffer.alloc(3000, 'nội dung');
    const whole = updateFile({
      version: '0.2.0',
      schema: 1,
      key: privateKey,
      parts: [{ system: 'linux-x64', name: 'a.gz', bytes: content }],
    });
    const file = join(dir, 'x.ktsu');
    return {
      bring: async (random) => {
        writeFileSync(file, damaged(random, whole));
        const laid = await withUpdateFile(file, (source) => layOut(source, dir, place));
        if (!laid || !readFileSync(laid.path).equals(content)) throw new Error('something else was laid out');
        rmSync(join(dir, 'updates'), { recursive: true });
        return 'taken';
      },
      state: () => existsSync(join(dir, 'updates', 'note.json')),
      close: async () => rmSync(dir, { recursive: true, force: true }),
    };
  },
};

export const codecTargets: readonly Target[] = [batch, snapshot, bundle, recovery, auditFile, update];
