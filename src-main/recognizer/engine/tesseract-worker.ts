/**
 * One engine in its own thread. tesseract.js starts the thread but does not watch it, so a dead thread would leave its caller waiting for
 * ever; here death ends the call. Pages go in as PGM (gray, uncompressed: no encoding, no decoding), readings come out as TSV (a
 * tenth of the JSON that the engine also offers).
 */
import type { Worker as Thread } from 'node:worker_threads'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { RecognizerError } from '#shared/recognizer/failure'
import type { Raster } from '../prepare/raster'
import { LANGUAGE } from './tessdata'

/** Stored with every text, see `readingSchema.engine`. */
export const ENGINE = 'tesseract.js 7 vie best_int'

export type EngineJob = {
  readonly page: Raster
  readonly dpi: number
  /** 'page' finds columns, blocks and lines; 'block' takes the image for one block of text. */
  readonly layout: 'page' | 'block'
  readonly onProgress?: (fraction: number) => void
}

export class TesseractWorker {
  /** Pages read by this thread. */
  pages = 0
  readonly #engine: Worker
  readonly #death: Death
  readonly #listener: ProgressListener

  private constructor(engine: Worker, death: Death, listener: ProgressListener) {
    this.#engine = engine
    this.#death = death
    this.#listener = listener
  }

  /** One start at a time: the thread is recognised by being the next that Node reports. */
  static async start(tessdata: string): Promise<TesseractWorker> {
    const death = new Death()
    const listener: ProgressListener = { notify: undefined }
    let thread: Thread | undefined
    const watch = (started: Thread) => {
      thread = started
      thread.once('error', () => death.report())
      thread.once('exit', () => death.report())
    }
    process.once('worker', watch)
    try {
      const engine = await death.orDo(
        createWorker(LANGUAGE, OEM.LSTM_ONLY, {
          langPath: tessdata,
          cacheMethod: 'none',
          gzip: true,
          // Without this a damaged language file would leave the start waiting for ever.
          errorHandler: () => death.report(),
          logger: ({ status, progress }) => {
            if (status === 'recognizing text') listener.notify?.(progress)
          },
        }),
      )
      return new TesseractWorker(engine, death, listener)
    } catch {
      await thread?.terminate()
      throw new RecognizerError('ocr.unavailable')
    } finally {
      process.off('worker', watch)
    }
  }

  get alive(): boolean {
    return !this.#death.happened
  }

  /** TSV of the engine: see `parse-tsv.ts`. Throws 'ocr.crashed' when the thread dies or the engine gives up. */
  async read(job: EngineJob): Promise<string> {
    this.#listener.notify = job.onProgress
    try {
      return await this.#death.orDo(this.#run(job))
    } catch {
      throw new RecognizerError('ocr.crashed')
    } finally {
      this.#listener.notify = undefined
      this.pages++
    }
  }

  async stop(): Promise<void> {
    await this.#engine.terminate()
    this.#death.report()
  }

  async #run({ page, dpi, layout }: EngineJob): Promise<string> {
    await this.#engine.setParameters({
      tessedit_pageseg_mode: layout === 'page' ? PSM.AUTO : PSM.SINGLE_BLOCK,
      user_defined_dpi: String(Math.round(dpi)),
      // Its remarks would go to our standard error.
      debug_file: '/dev/null',
    })
    const { data } = await this.#engine.recognize(toPgm(page), {}, { text: false, tsv: true })
    return data.tsv ?? ''
  }
}

type ProgressListener = { notify: ((fraction: number) => void) | undefined }

/** The end of a thread, as something to race against. */
class Death {
  happened = false
  readonly #waiting = new Set<() => void>()

  report(): void {
    this.happened = true
    for (const reject of this.#waiting) reject()
    this.#waiting.clear()
  }

  async orDo<T>(work: Promise<T>): Promise<T> {
    // The work's own failure after the thread's death is nobody's concern any more.
    work.catch(() => {})
    if (this.happened) throw new Error('the thread has ended')
    return new Promise<T>((resolve, reject) => {
      const onDeath = () => reject(new Error('the thread has ended'))
      this.#waiting.add(onDeath)
      work.then(resolve, reject).finally(() => this.#waiting.delete(onDeath))
    })
  }
}

const toPgm = (page: Raster): Buffer => Buffer.concat([Buffer.from(`P5\n${page.width} ${page.height}\n255\n`, 'latin1'), page.data])
