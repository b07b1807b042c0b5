/** Pictures of pages for the screen: decrypted and checked, stored when the page came in or made by the recognizer, the last ones kept in memory. */
import type { ImageVariant } from '#shared/contract/image-channel';
import { AppError } from '#shared/errors/app-error';
import { RecognizerError } from '#shared/recognizer/failure';
import { jpegFacts } from '../pdf/jpeg-facts';
import { pngParts } from '../pdf/png-parts';
import { BoundedCache } from './bounded-cache';
import type { PageFiles, PictureKind, Pictures } from './page-files';
import type { PageTable } from './page-table';
import type { RecognizerHost } from './recognizer-host';

export interface PageImage {
  readonly mime: string;
  readonly bytes: Uint8Array;
}

const cacheBytes = 48 * 1024 * 1024;

/**
 * An ordinary scan without a stored view (small, or kept by an earlier version) goes to the window as it is: making it smaller takes as
 * long as opening a page may, starting a process for it longer.
 * The window keeps what it decoded: 35 MB of an A4 page at 300 dpi, where its view would take 11.
 */
const quickBytes = 4 * 1024 * 1024;
const quickPixels = 12_000_000;

const isQuickToShow = (whole: Uint8Array): boolean => {
  const facts = whole.length <= quickBytes ? (jpegFacts(whole) ?? pngParts(whole)) : undefined;
  return facts !== undefined && facts.width * facts.height <= quickPixels;
};

const isNotHere = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'page.missing' || error.code === 'page.damaged');

interface Parts {
  readonly files: PageFiles;
  readonly pages: PageTable;
  readonly recognizer: RecognizerHost;
  readonly fetchPageImage?: (hash: string) => Promise<void>;
}

export function createPageImages({ files, pages, recognizer, fetchPageImage }: Parts) {
  const cache = new BoundedCache(cacheBytes);

  /** A page that a person opens is brought from the province where it is not here, or damaged here. */
  const opened = async (hash: string): Promise<Buffer> => {
    try {
      return await files.openPage(hash);
    } catch (error) {
      if (!isNotHere(error) || !fetchPageImage) throw error;
      await fetchPageImage(hash);
      return files.openPage(hash);
    }
  };

  /** Pictures that are lost or damaged, or never were, because the page came from elsewhere: both, as when a page comes in. */
  const madeAnew = async (hash: string, whole: Uint8Array): Promise<Pictures> => {
    const pictures = await made(recognizer.use((client) => client.take(whole)));
    await files.writePictures(hash, pictures);
    return pictures;
  };

  const thumb = async (hash: string): Promise<Uint8Array> =>
    (await storedPicture('thumb', hash)) ?? (await madeAnew(hash, await files.openPage(hash))).thumbnail;

  /** Of a page whose image is not here a stored view is none: opening it is what brings the image. */
  const view = async (hash: string): Promise<Uint8Array> => {
    const stored = files.hasPage(hash) ? await storedPicture('view', hash) : undefined;
    if (stored) return stored;
    const whole = await opened(hash);
    return isQuickToShow(whole) ? whole : ((await madeAnew(hash, whole)).view ?? whole);
  };

  const storedPicture = (kind: PictureKind, hash: string): Promise<Uint8Array | undefined> =>
    files.readPicture(kind, hash).catch((error: unknown) => {
      if (isNotHere(error)) return undefined;
      throw error;
    });

  const cached = async (key: string, make: () => Promise<Uint8Array>): Promise<PageImage> => {
    let bytes = cache.get(key);
    if (bytes === undefined) {
      bytes = await make();
      cache.set(key, bytes);
    }
    return { bytes, mime: mimeOf(bytes) };
  };

  return {
    variant: async (hash: string, variant: ImageVariant): Promise<PageImage> => {
      switch (variant) {
        case 'thumb':
          return cached(`thumb ${hash}`, () => thumb(hash));
        case 'view':
          return cached(`view ${hash}`, () => view(hash));
        case 'full': {
          const bytes = await opened(hash);
          return { bytes, mime: pages.mimeOf(hash) ?? mimeOf(bytes) };
        }
      }
    },
    forget: () => cache.clear(),
  };
}

/** What the recognizer made of an image of the archive, its failures in words for people. */
export async function made<T>(picture: Promise<T>): Promise<T> {
  try {
    return await picture;
  } catch (error) {
    throw error instanceof RecognizerError
      ? new AppError(error.code === 'scan.corrupt' ? 'page.damaged' : 'recognizer.exited', {}, error)
      : error;
  }
}

/** Of the three kinds that are ever stored or made. */
const mimeOf = (bytes: Uint8Array): string => (bytes[0] === 0x89 ? 'image/png' : bytes[0] === 0x52 ? 'image/webp' : 'image/jpeg');
