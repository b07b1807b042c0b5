/** Where the language data lies on this machine. It is never fetched from anywhere. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { RecognizerError } from '#shared/recognizer/failure';

export const LANGUAGE = 'vie';
const FILE = `${LANGUAGE}.traineddata.gz`;

/** In this order: the service's setting, KTS_TESSDATA, the packaged resources, the npm package of a development tree. */
export const findTessdata = (configured?: string): string => {
  const resources = (process as { resourcesPath?: string }).resourcesPath;
  const candidates = [configured, process.env['KTS_TESSDATA'], resources && path.join(resources, 'tessdata'), fromPackage()];
  const found = candidates.find((folder) => folder && existsSync(path.join(folder, FILE)));
  if (!found) throw new RecognizerError('ocr.unavailable', { missing: FILE });
  return found;
};

/** The integer model of the best set: reads as well as the full one, 2.7 times smaller. */
const fromPackage = (): string | undefined => {
  try {
    const manifest = createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json');
    return path.join(path.dirname(manifest), '4.0.0_best_int');
  } catch {
    return undefined;
  }
};
