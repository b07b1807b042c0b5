/**
 * `npm run bench -- ocr --manifest FILE [--text-out DIR] [--fields-out FILE] [--json FILE]`: reads the pages of a manifest with the
 * real recognizer (two workers), and in the same run with native tesseract and OCRmyPDF where they are installed.
 *
 * --text-out: ID.txt, what the archive stores as corrected text. --fields-out: { ID: { number, date, type, subject, signer, place, confidence } }.
 * The convention of the manifest is kept there: a letter (công văn) has no printed type, and its line "V/v …" under the number is no subject.
 * --readings-out FILE: { ID: what the recognizer answered }, words with their boxes.
 * --peers=0 leaves the other readers out; --peer-pages=N gives them so many pages.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractDocument } from '#shared/extraction/extract-document';
import type { Reading } from '#shared/recognizer/messages';
import { buildRecognizer, startRecognizer } from '../support/recognizer';
import { type BenchResult, option, round, runAsProgram } from './bench-result';
import { type Entry, imageOf, type Manifest, readManifest, trueRotation, truthsOf } from './ocr/manifest';
import { nativeTesseract, ocrMyPdf, type PeerRun } from './ocr/peers';
import { processorMilliseconds } from './processor-time';
import { inManifestTerms } from './ocr/terms';
import { type FieldsRead, type PageScore, scoreFields, scoreText, summary } from './ocr/score';

const workers = 2;
/** On a machine with other work a page may take minutes; that is for the figures to show, not for the run to end. */
const patient = { timeoutMs: 900_000 };

export async function run(): Promise<BenchResult> {
  const file = argument('manifest');
  if (file === undefined) throw new Error('--manifest FILE is missing');
  const manifest = readManifest(file);
  const ours = await readAll(manifest);
  const texts = new Map([...ours.readings].map(([id, reading]) => [id, reading.corrected]));
  const fields = Object.fromEntries(manifest.entries.map((entry) => [entry.id, fieldsOf(entry, ours.readings.get(entry.id))]));
  writeTexts(argument('text-out'), texts);
  const fieldsOut = argument('fields-out');
  if (fieldsOut !== undefined) writeFileSync(fieldsOut, `${JSON.stringify(fields, null, 1)}\n`);
  const readingsOut = argument('readings-out');
  if (readingsOut !== undefined) writeFileSync(readingsOut, JSON.stringify(Object.fromEntries(ours.readings)));

  const peers: Peers = option('peers', 1) === 0 ? {} : await readByPeers(manifest);
  const scores = scoresOf(manifest, texts);
  const raw = scoresOf(manifest, new Map([...ours.readings].map(([id, { text }]) => [id, text])));
  const known = manifest.entries.filter((entry) => trueRotation(entry) !== undefined);
  const upright = known.filter((entry) => ours.readings.get(entry.id)?.rotation === trueRotation(entry));
  return {
    name: 'ocr',
    ratios: {
      ...(peers.native && { processorToNative: round(ours.processorSecondsPerPage / peers.native.processorSecondsPerPage) }),
      ...(peers.ocrMyPdf && { processorToOcrMyPdf: round(ours.processorSecondsPerPage / peers.ocrMyPdf.processorSecondsPerPage) }),
      ...(peers.native && { toNative: round(ours.secondsPerPage / peers.native.secondsPerPage) }),
      ...(peers.nativeQuick && { toNativeQuick: round(ours.secondsPerPage / peers.nativeQuick.secondsPerPage) }),
      ...(peers.ocrMyPdf && { toOcrMyPdf: round(ours.secondsPerPage / peers.ocrMyPdf.secondsPerPage) }),
    },
    details: {
      workers,
      secondsPerPage: round(ours.secondsPerPage),
      processorSecondsPerPage: round(ours.processorSecondsPerPage),
      peakMegabytes: ours.peakMegabytes,
      text: summary(scores),
      rawText: summary(raw),
      orientation: `${upright.length}/${known.length}`,
      fields: scoreFields(manifest.entries, fields),
      flagged: [...ours.readings].filter(([, { flagged }]) => flagged).map(([id]) => id),
      pages: scores.map(({ id, wrongCharacters, characters }) => ({
        id,
        cer: round((100 * wrongCharacters) / characters),
        seconds: round(ours.readings.get(id)?.seconds ?? 0),
      })),
      peers: Object.fromEntries(Object.entries(peers as Record<string, PeerRun>).map(([name, peer]) => [name, peerResult(manifest, peer)])),
    },
  };
}

interface OurRun {
  readonly secondsPerPage: number;
  readonly processorSecondsPerPage: number;
  readonly peakMegabytes: number;
  readonly readings: ReadonlyMap<string, Reading>;
}

async function readAll(manifest: Manifest): Promise<OurRun> {
  const { client, link } = await startRecognizer(await buildRecognizer());
  const ended = new Promise<void>((resolve) => link.onExit(() => resolve()));
  await client.configure({ workers });
  const readings = new Map<string, Reading>();
  let peak = 0;
  const watch = setInterval(() => {
    client.stats().then(
      ({ rss }) => {
        peak = Math.max(peak, rss);
      },
      () => {},
    );
  }, 200);
  try {
    const [first] = manifest.entries;
    // The engine is started by a page that does not count, as the queue of the archive finds it from the second page on.
    if (first) await client.recognise(readFileSync(imageOf(manifest, first)), { options: { effort: 'fast', ...patient }, ...dpiOf(first) });
    const [started, processor] = [performance.now(), processorMilliseconds()];
    const waiting = [...manifest.entries];
    await Promise.all(
      Array.from({ length: workers + 1 }, async () => {
        for (let entry = waiting.shift(); entry; entry = waiting.shift())
          readings.set(entry.id, await client.recognise(readFileSync(imageOf(manifest, entry)), { ...dpiOf(entry), options: patient }));
      }),
    );
    const secondsPerPage = (performance.now() - started) / 1000 / manifest.entries.length;
    const processorSecondsPerPage = (processorMilliseconds() - processor) / 1000 / manifest.entries.length;
    return { secondsPerPage, processorSecondsPerPage, peakMegabytes: Math.round(peak / 1e6), readings };
  } finally {
    clearInterval(watch);
    await client.shutdown();
    await ended;
  }
}

const dpiOf = ({ dpi }: Entry) => (dpi === undefined ? {} : { dpi });

function fieldsOf(entry: Entry, reading: Reading | undefined): FieldsRead & { confidence: Record<string, number> } {
  if (!reading) return { confidence: {} };
  const { width = 2480, height = 3508 } = entry;
  const extraction = extractDocument([{ id: entry.id, width, height, rotation: reading.rotation, words: reading.words }], 1);
  return inManifestTerms(extraction);
}

interface Peers {
  /** With the thorough network, as the goals were set. */
  readonly native?: PeerRun;
  /** With the network that reads most of our pages. */
  readonly nativeQuick?: PeerRun;
  readonly ocrMyPdf?: PeerRun;
}

async function readByPeers(manifest: Manifest): Promise<Peers> {
  const entries = manifest.entries.slice(0, option('peer-pages', manifest.entries.length));
  const scratch = mkdtempSync(path.join(tmpdir(), 'kts-bench-ocr-'));
  try {
    const native = await nativeTesseract(manifest, entries, scratch, 'thorough');
    const nativeQuick = await nativeTesseract(manifest, entries, scratch, 'quick');
    const pdf = await ocrMyPdf(manifest, entries, scratch);
    return { ...(native && { native }), ...(nativeQuick && { nativeQuick }), ...(pdf && { ocrMyPdf: pdf }) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const peerResult = (manifest: Manifest, { secondsPerPage, processorSecondsPerPage, texts }: PeerRun) => ({
  secondsPerPage: round(secondsPerPage),
  processorSecondsPerPage: round(processorSecondsPerPage),
  ...summary(scoresOf(manifest, texts)),
});

const scoresOf = (manifest: Manifest, texts: ReadonlyMap<string, string>): PageScore[] =>
  manifest.entries.flatMap((entry) => {
    const truths = truthsOf(manifest, entry);
    const text = texts.get(entry.id);
    return truths.length === 0 || text === undefined ? [] : [scoreText(entry.id, truths, text)];
  });

function writeTexts(folder: string | undefined, texts: ReadonlyMap<string, string>): void {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const [id, text] of texts) writeFileSync(path.join(folder, `${id}.txt`), `${text}\n`);
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  const joined = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  return joined?.slice(name.length + 3) ?? (at >= 0 ? process.argv[at + 1] : undefined);
}

await runAsProgram(import.meta.url, run);
