import { basename } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import type { SheetTable } from '#shared/recognizer/messages';
import type { RecognizerHost } from './recognizer-host';
import { refusalOf } from './refusal';

/** Cells of a list in a foreign file, read by the recognizer. @throws AppError scan.notFound, scan.unsupported, scan.corrupt ... */
export async function readTable(recognizer: RecognizerHost, path: string, sheet?: string): Promise<SheetTable> {
  try {
    return await recognizer.use((client) => client.sheet(path, sheet));
  } catch (error) {
    const { code, details } = refusalOf(error, basename(path));
    throw new AppError(code as AppError['code'], details, error);
  }
}
