/** Whether the ten-thousandth page costs what the first did. */
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuid7 } from '#service/store/uuid7';
import { blankScan, newArchive } from '../../support/archive-book';
import { buildRecognizer } from '../../support/recognizer';
import { round } from '../bench-result';
import { processorMilliseconds } from '../processor-time';

const steps = 10;

export async function createFlatImport(pages: number) {
  const dir = mkdtempSync(join(tmpdir(), 'kts-bench-pages-'));
  const step = Math.ceil(pages / steps);
  const { book, archive, close } = await newArchive(await buildRecognizer(), { dir });
  try {
    const [fonds, fileId] = [uuid7(), uuid7()];
    book.records.save([
      { type: 'archiveFonds', id: fonds, values: { code: 'P01', name: 'Phông đo' } },
      {
        type: 'archiveFile',
        id: fileId,
        values: { fonds, code: 'P01.01', title: 'Hồ sơ đo', secrecy: 'THUONG', retention: '01', accessMode: '02', state: 'CHUA_QUET' },
      },
    ]);
    const costs: { page: number; milliseconds: number; seconds: number }[] = [];
    let imported = 0;
    for (let at = 0; at < steps; at++) {
      const folder = join(dir, `stack-${at}`);
      mkdirSync(folder);
      for (let i = 0; i < step; i++) writeFileSync(join(folder, `${String(i).padStart(5, '0')}.jpg`), await blankScan(at * step + i));
      const [processor, started] = [processorMilliseconds(), performance.now()];
      for await (const event of archive.importFiles([folder], { fileId })) if (event.kind === 'page') imported++;
      costs.push({
        page: imported,
        milliseconds: round((processorMilliseconds() - processor) / step, 3),
        seconds: round((performance.now() - started) / 1000),
      });
    }
    const mean = (part: typeof costs) => part.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / part.length;
    // The first tenth warms up the compilers and the caches of both processes.
    return { dir, lastToFirst: round(mean(costs.slice(-3)) / mean(costs.slice(1, 4)), 3), details: { imported, costs } };
  } finally {
    await close();
  }
}
