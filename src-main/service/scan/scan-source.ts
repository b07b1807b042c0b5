/** The one port to scanners. A source gives image after image; it asks the device for the next only when it is asked itself. */
import type { ScannerAbilities, Scanner, ScanProfile } from '#shared/contract/window/scanners';
import type { ScannedImage } from '../archive/import';

/** What a scan is made with; `dpi` may be any that the device knows. */
export type ScanWish = Omit<ScanProfile, 'name' | 'dpi'> & { readonly dpi: number };

export interface ScanSource {
  readonly kind: Scanner['kind'];
  /** Scanners that answer now; none where the way to them is missing on this machine. */
  find(): Promise<Scanner[]>;
  /** @throws AppError scanner.offline, scanner.failed */
  abilities(id: string): Promise<ScannerAbilities>;
  /** One image from the flatbed, all sheets from the feeder. @throws AppError scanner.offline, scanner.busy, scanner.noPaper, scanner.failed */
  scan(id: string, wish: ScanWish, signal: AbortSignal): AsyncGenerator<ScannedImage, void>;
}

/** Width and height in millimetres. */
export const sheetSizes = { A3: [297, 420], A4: [210, 297], A5: [148, 210] } as const;

/** 'Quét 2026-11-23 09.41, tờ 3.jpg', in local time: what a scanned page is called. */
export function scanNames(now = new Date()): (number: number, ending?: string) => string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const start = `Quét ${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
  return (number, ending = 'jpg') => `${start}, mặt ${number}.${ending}`;
}
