/** A set of scanned pages with what is truly written on them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface TrueFields {
  readonly number?: string;
  readonly date?: string;
  readonly type?: string;
  readonly subject?: string;
  readonly signer?: string;
  readonly place?: string;
}

export interface Entry {
  readonly id: string;
  /** Image, relative to the manifest. */
  readonly file: string;
  /** True text, row by row; and in the order of columns, where a page has them. */
  readonly text?: string;
  readonly textAlt?: string;
  readonly dpi?: number;
  readonly degradation?: string;
  readonly width?: number;
  readonly height?: number;
  readonly fields?: TrueFields;
  /** Quarter turn clockwise that sets the page upright. Absent: told from `degradation`, else not known. */
  readonly rotation?: number;
}

export interface Manifest {
  readonly folder: string;
  readonly entries: readonly Entry[];
}

export function readManifest(file: string): Manifest {
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Entry[];
  return { folder: path.dirname(path.resolve(file)), entries };
}

export const imageOf = ({ folder }: Manifest, { file }: Entry): string => path.join(folder, file);

export const truthsOf = ({ folder }: Manifest, { text, textAlt }: Entry): string[] =>
  [text, textAlt].flatMap((name) => (name === undefined ? [] : [readFileSync(path.join(folder, name), 'utf8')]));

const turned: Readonly<Record<string, number>> = { rot90: 270, rot180: 180, rot270: 90 };
/** A page that was turned clockwise by 90 degrees is set upright by 270. */
export const trueRotation = ({ rotation, degradation = '' }: Entry): number | undefined =>
  rotation ?? turned[degradation] ?? (degradation === '' ? undefined : 0);
