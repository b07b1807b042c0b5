/**
 * From a preservation copy to its text.
 *
 *   true resolution -> flatten -> page axis and skew -> which way up -> engine -> (low confidence) the other way up -> doubts
 *     -> second attempts -> (typewritten, not sure) the thorough network -> lines passed over -> rows -> syllables
 *
 * Second attempts are made only on pages with doubts, because on good pages they lose as often as they win: dirt of a photocopy removed, thin
 * strokes thickened, red ink dropped where there is a stamp, and the page as it was scanned. The better reading stays. Everything stays gray: binarising doubles the errors.
 */
import type { Doubt, Progress, QuarterTurn, Reading } from '#shared/recognizer/messages';
import { RecognizerError } from '#shared/recognizer/failure';
import { ENGINE, type EngineJob } from '../engine/tesseract-worker';
import type { Pool } from '../engine/pool';
import { loadGray, measurePage, type PageSize } from '../files/load-gray';
import { findAxis } from '../prepare/axis';
import { cleanDirt, enlarge, ENLARGED, isBilevel, isDirty } from '../prepare/dirt';
import { flatten } from '../prepare/flatten';
import { findInk, type Ink } from '../prepare/ink';
import { cut, type Raster } from '../prepare/raster';
import { redInk } from '../prepare/red-ink';
import { resized, strokeWidth } from '../prepare/strokes';
import { thicken } from '../prepare/thicken';
import { boxOnScan, type Straightening, turnBy, turnQuarter } from '../prepare/turn';
import { looksReversed } from '../prepare/upside-down';
import { Colours } from './colours';
import { better } from './compare';
import { findDoubts, LOW_CONFIDENCE } from './doubts';
import { correctFrames } from '../correct/frames';
import { correctSyllables } from '../correct/correct-syllables';
import { tidyMarks } from '../correct/tidy-marks';
import { findMissed, withMissed } from './missed';
import { isReversed, MAY_BE_REVERSED } from './orientation';
import { EMPTY_READING, type EngineReading, parseTsv } from './parse-tsv';
import { inRows } from './rows';
import { isTypewritten, SURELY_TYPED } from './typewritten';
import { findFrames, insideOf, withLevel } from './secrecy-stamp';

export type ReadOptions = {
  /** Resolution told by the scanner; goes before what the file says. */
  readonly dpi?: number | undefined;
  readonly effort: 'full' | 'fast';
  /** For all of the engine's work on this page. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (phase: Progress['phase'], fraction: number) => void;
};

/** A turn smaller than this moves the end of a line by less than a third of a letter: not worth the blur. */
const LEAST_SKEW = 0.1;

export const readPage = async (bytes: Uint8Array, pool: Pool, options: ReadOptions): Promise<Reading> => {
  const clock = new EngineClock(pool, options);
  options.onProgress?.('preparing', 0);
  const { size, flat } = await flattened(bytes, await measurePage(bytes, options.dpi));
  const colours = new Colours(bytes, size);
  const inkOnScan = findInk(flat);
  if (inkOnScan.points.length === 0) return clock.finish(EMPTY_READING, noTurn(size), []);

  const { sideways, skew } = findAxis(inkOnScan);
  // Exchanging the axes mirrors the page, so a fall to the right has become a rise.
  const fall = sideways ? -skew.degrees : skew.degrees;
  const level = { quarter: sideways ? 90 : 0, degrees: Math.abs(fall) < LEAST_SKEW ? 0 : -fall } as const;
  options.onProgress?.('preparing', 1);

  let turn: Turn = level;
  let page = straighten(flat, turn);
  if (looksReversed(page)) page = straighten(flat, (turn = reverse(turn)));
  const photocopy = isBilevel(flat) ? { coarse: size.dpi <= ENLARGED_BELOW, dirty: isDirty(flat, size.dpi) } : undefined;
  const readFirst = async () =>
    photocopy?.coarse && photocopy.dirty
      ? shrunk(await clock.read(straighten(cleanAndLarge(flat, size.dpi), turn), size.dpi * ENLARGED, { phase: 'reading' }))
      : clock.read(page, size.dpi, { phase: 'reading' });
  let reading = await readFirst();
  const upsideDown = () => isReversed(page, (strip) => clock.read(strip, size.dpi, { layout: 'block' }));
  if (reading.words.length > 0 && reading.meanConfidence < MAY_BE_REVERSED && (await upsideDown())) {
    page = straighten(flat, (turn = reverse(turn)));
    reading = better(reading, await readFirst());
  }

  // A page that lay straight is the one that was looked at before.
  let ink = page === flat ? inkOnScan : findInk(page);
  if (options.effort === 'full') {
    if (findDoubts(reading, ink).length > 0)
      reading = await secondAttempts({ bytes, size, colours, photocopy }, turn, flat, reading, clock);
    // On photocopies the thorough network is no better.
    if (!photocopy && reading.meanConfidence < SURELY_TYPED && isTypewritten(reading)) {
      const again = await clock.readAgain(page, size.dpi, { network: 'thorough' });
      if (again) reading = better(reading, again);
    }
    const seal = await colours.hasStamp();
    if (seal) {
      page = straighten(await colours.withoutRed(), turn);
      ink = findInk(page);
    }
    reading = await readMissed(page, ink, { dpi: size.dpi, seal }, reading, clock);
    reading = await readStamps(colours, size, turn, reading, clock);
  }
  return clock.finish(reading, { ...noTurn(size), ...turn }, findDoubts(reading, ink));
};

/** Even light, and no finer than the strokes need. */
const flattened = async (bytes: Uint8Array, size: PageSize): Promise<{ readonly size: PageSize; readonly flat: Raster }> => {
  const flat = flatten(await loadGray(bytes, size));
  const by = ENOUGH_DPI / size.dpi;
  if (by > FINER || isBilevel(flat) || strokeWidth(flat) * by < LEAST_STROKE) return { size, flat };
  return { size: { ...size, scale: size.scale * by, dpi: ENOUGH_DPI }, flat: await resized(flat, by) };
};

/** Dots per inch at which strokes of ordinary weight are read as well as at 300. */
const ENOUGH_DPI = 200;
/** Less is not worth making another page. */
const FINER = 0.9;
/** Pixels: pages with thinner ones there read worse than at 300 dpi. */
const LEAST_STROKE = 3.5;

type Scan = {
  readonly bytes: Uint8Array;
  readonly size: PageSize;
  readonly colours: Colours;
  /** Line art: whether it is coarser than the engine likes, and strewn with grains. */
  readonly photocopy: { readonly coarse: boolean; readonly dirty: boolean } | undefined;
};

type Turn = { readonly quarter: QuarterTurn; readonly degrees: number };

const straighten = (page: Raster, { quarter, degrees }: Turn): Raster => turnBy(turnQuarter(page, quarter), degrees);

const reverse = ({ quarter, degrees }: Turn): Turn => ({ quarter: opposite[quarter], degrees });

const opposite = { 0: 180, 90: 270, 180: 0, 270: 90 } as const;

const noTurn = ({ width, height, scale }: PageSize): Straightening => ({ width, height, scale, quarter: 0, degrees: 0 });

/**
 * Each attempt is made of the page in another preparation; what reads best stays. Dirt of photocopies: threads, grains and blots on a larger
 * copy (a coarse page strewn with grains is read so at first), then threads and grains alone where that was not read surely. Thin strokes: thickened. Stamp: without red. Last the page as it was
 * scanned, unless an attempt read it well already; line art is flattened by nothing, so that would be the first reading once more.
 */
const secondAttempts = async (
  { bytes, size, colours, photocopy }: Scan,
  turn: Turn,
  flat: Raster,
  first: EngineReading,
  clock: EngineClock,
): Promise<EngineReading> => {
  let best = first;
  const attempt = async (source: Raster) => {
    const reading = await clock.readAgain(straighten(source, turn), size.dpi);
    if (reading) best = better(best, reading);
  };
  if (photocopy) {
    if (photocopy.coarse && !photocopy.dirty) {
      const larger = await clock.readAgain(straighten(cleanAndLarge(flat, size.dpi), turn), size.dpi * ENLARGED);
      if (larger) best = better(best, shrunk(larger));
    }
    const readClean = photocopy.coarse && (photocopy.dirty || best !== first);
    if (!readClean || best.meanConfidence < ENLARGED_SURE) await attempt(cleanDirt(flat, size.dpi, { blots: false }));
  } else if (first.meanConfidence < LOW_CONFIDENCE) await attempt(thicken(flat));
  if (await colours.hasStamp()) await attempt(await colours.withoutRed());
  if (!photocopy && best.meanConfidence < GOOD_ENOUGH) await attempt(await loadGray(bytes, size));
  return best;
};

/** What lies outside the words and looks like lines, read piece by piece. */
const readMissed = async (
  page: Raster,
  ink: Ink,
  { dpi, seal }: { readonly dpi: number; readonly seal: boolean },
  reading: EngineReading,
  clock: EngineClock,
): Promise<EngineReading> => {
  let all = reading;
  for (const region of findMissed(reading, ink, seal)) {
    const found = await clock.readAgain(cut(page, region.x, region.y, region.w, region.h), dpi, { layout: 'block' });
    if (found) all = withMissed(all, region, found);
  }
  return all;
};

/** Stamps of secrecy, from the red ink alone; a quick look at a small copy tells whether there is any frame of their size. */
const readStamps = async (
  colours: Colours,
  size: PageSize,
  turn: Turn,
  reading: EngineReading,
  clock: EngineClock,
): Promise<EngineReading> => {
  const small = await colours.small();
  if (!small || findFrames(redInk(small), size.dpi * colours.share, true).length === 0) return reading;
  const red = straighten(redInk(await colours.whole()), turn);
  let all = reading;
  for (const frame of findFrames(red, size.dpi)) {
    const stamp = await clock.readAgain(insideOf(red, frame, size.dpi), size.dpi, { layout: 'block' });
    if (stamp) all = withLevel(all, frame, stamp);
  }
  return all;
};

/** The engine is best at 300 dpi: only coarser pages gain. */
const ENLARGED_BELOW = 220;
/** On eight drawn photocopies with doubts the enlarged copy won with 84 or more, and was beaten by the plain one with 81 or less. */
const ENLARGED_SURE = 83;
/** No page of this confidence was read better raw. */
const GOOD_ENOUGH = 92;

/** Boxes in pixels of the page that was enlarged. */
const shrunk = (reading: EngineReading): EngineReading => ({
  ...reading,
  words: reading.words.map((word) => ({
    ...word,
    x: Math.round(word.x / ENLARGED),
    y: Math.round(word.y / ENLARGED),
    w: Math.round(word.w / ENLARGED),
    h: Math.round(word.h / ENLARGED),
  })),
});

const cleanAndLarge = (flat: Raster, dpi: number): Raster => enlarge(cleanDirt(flat, dpi, { blots: true }));

type Asked = Partial<Pick<EngineJob, 'layout' | 'network'>> & { readonly phase?: Progress['phase'] };

/** Counts the engine's time for one page against its limit, and the whole time for the report. */
class EngineClock {
  readonly #started = performance.now();
  readonly #pool: Pool;
  readonly #options: ReadOptions;
  #waited = 0;
  #used = 0;

  constructor(pool: Pool, options: ReadOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  async read(page: Raster, dpi: number, { layout = 'page', network = 'quick', phase }: Asked = {}): Promise<EngineReading> {
    const { timeoutMs, signal, onProgress } = this.#options;
    const left = timeoutMs - this.#used;
    if (left <= 0) throw new RecognizerError('ocr.timeout', { milliseconds: timeoutMs });
    const asked = performance.now();
    if (phase) onProgress?.('waiting', 0);
    const job = { page, dpi, layout, network, ...(phase && { onProgress: (fraction: number) => onProgress?.(phase, fraction) }) };
    const onStart = () => {
      this.#waited += performance.now() - asked;
    };
    const onEnd = (usedMs: number) => {
      this.#used += usedMs;
    };
    return parseTsv(await this.#pool.run(job, { timeoutMs: left, signal, onStart, onEnd }));
  }

  /** An attempt that may fail: the page has a reading already. Only a wish to stop ends it. */
  async readAgain(page: Raster, dpi: number, asked: Omit<Asked, 'phase'> = {}): Promise<EngineReading | undefined> {
    try {
      return await this.read(page, dpi, { ...asked, phase: 'second-attempt' });
    } catch (error) {
      if (error instanceof RecognizerError && error.code !== 'ocr.cancelled') return undefined;
      throw error;
    }
  }

  /** The raw text stays as the engine read it; words and corrected text are in rows, with their syllables set right. */
  finish(reading: EngineReading, made: Straightening, reasons: Doubt[]): Reading {
    const { text, meanConfidence } = reading;
    const corrected = correctFrames(correctSyllables(tidyMarks(inRows(reading))));
    return {
      text,
      corrected: corrected.text,
      words: corrected.words.map((word) => ({ ...word, ...boxOnScan(word, made) })),
      meanConfidence,
      angle: made.degrees,
      rotation: made.quarter,
      flagged: reasons.length > 0,
      reasons,
      seconds: (performance.now() - this.#started - this.#waited) / 1000,
      engine: ENGINE,
    };
  }
}
