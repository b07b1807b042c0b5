import type { Line } from '../net/line';
import type { Floor } from './measure';

/** What a measurement works with. */
export interface Parts {
  readonly line: Line;
  /** Scratch space. */
  readonly folder: string;
  readonly work: { readonly records: number; readonly updates: number; readonly disputes: number; readonly blobs: number };
  readonly floor: Floor;
}
