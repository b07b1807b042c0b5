/**
 * The two networks for Vietnamese, and where their data lies on this machine. Nothing is ever fetched from anywhere.
 *
 * `quick` has a third of the weights and reads printed faces as well as `thorough` in seven tenths of the time; typewriters it reads worse (docs/reading.md).
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { RecognizerError } from '#shared/recognizer/failure';

export type Network = 'quick' | 'thorough';

/** Names by which the engine asks for their files. */
export const LANGUAGES: Readonly<Record<Network, string>> = { quick: 'vie_fast', thorough: 'vie' };

/** Folder of a network. In this order: the service's setting, KTS_TESSDATA, the packaged resources, the development tree. */
export const findTessdata = (network: Network, configured?: string): string => {
  const file = `${LANGUAGES[network]}.traineddata.gz`;
  const resources = (process as { resourcesPath?: string }).resourcesPath;
  const candidates = [configured, process.env['KTS_TESSDATA'], resources && path.join(resources, 'tessdata'), ...inTree[network]()];
  const found = candidates.find((folder) => folder && existsSync(path.join(folder, file)));
  if (!found) throw new RecognizerError('ocr.unavailable', { missing: file });
  return found;
};

const inTree: Readonly<Record<Network, () => readonly string[]>> = {
  /** This module lies at different depths, as source and built. */
  quick: () => {
    const folders: string[] = [];
    for (let at = import.meta.dirname; at !== path.dirname(at); at = path.dirname(at)) folders.push(path.join(at, 'resources', 'tessdata'));
    return folders;
  },
  /** The integer one of the best set: reads as well as the full one, 2.7 times smaller. */
  thorough: () => {
    try {
      const manifest = createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json');
      return [path.join(path.dirname(manifest), '4.0.0_best_int')];
    } catch {
      return [];
    }
  },
};
