/** Scanners of a Windows machine through WIA. The adapter was never run; see wia-script. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Scanner } from '#shared/contract/window/scanners';
import { AppError } from '#shared/errors/app-error';
import { scanNames, type ScanSource, type ScanWish, sheetSizes } from '../scan-source';
import { wiaScript } from './wia-script';

const prefix = 'wia:';
const intents = { colour: 1, gray: 2, bilevel: 4 } as const;
/** WIA_ERROR_PAPER_EMPTY, _BUSY, _OFFLINE. */
const failures = { '80210003': 'scanner.noPaper', '80210006': 'scanner.busy', '80210005': 'scanner.offline' } as const;

export function createWiaSource(): ScanSource {
  return {
    kind: 'wia',
    find: async () => {
      if (process.platform !== 'win32') return [];
      const found: Scanner[] = [];
      for await (const line of run({ Action: 'list' }).lines) {
        const [word, id, name] = line.split('\t');
        if (word === 'DEVICE' && id !== undefined) found.push({ id: `${prefix}${id}`, name: name ?? id, kind: 'wia' });
      }
      return found;
    },
    // WIA tells what a device can do only by trying; the driver takes the nearest that it has.
    abilities: () =>
      Promise.resolve({ sources: ['flatbed', 'feeder'], dpis: [200, 300, 400, 600], colours: ['colour', 'gray', 'bilevel'], duplex: true }),
    scan: async function* (id, wish, signal) {
      const { lines, child } = run(scanArguments(id.slice(prefix.length), wish), signal);
      const name = scanNames();
      let number = 0;
      try {
        for await (const line of lines) {
          if (line.startsWith('PAGE ')) {
            yield { name: name(++number), bytes: Buffer.from(line.slice(5), 'base64'), dpi: wish.dpi };
            child.stdin.write('\n');
          } else if (line.startsWith('FAIL ')) {
            const code = failures[line.slice(5).trim() as keyof typeof failures];
            if (code === 'scanner.noPaper' && number > 0) return;
            throw code === undefined ? new AppError('scanner.failed', { reason: line.slice(5) }) : new AppError(code, { address: 'WIA' });
          }
        }
      } finally {
        child.kill();
      }
    },
  };
}

const scanArguments = (device: string, wish: ScanWish): Record<string, string | number> => {
  const [width, height] = sheetSizes[wish.size].map((mm) => Math.round((mm / 25.4) * wish.dpi));
  const handling = wish.source === 'flatbed' ? 2 : wish.duplex ? 5 : 1;
  return {
    Action: 'scan',
    Device: device,
    Dpi: wish.dpi,
    Intent: intents[wish.colour],
    Handling: handling,
    Width: width ?? 0,
    Height: height ?? 0,
  };
};

/** The script is given whole; its arguments go as quoted text in front of it. */
function run(args: Readonly<Record<string, string | number>>, signal?: AbortSignal) {
  const quoted = Object.entries(args).map(([name, value]) => `-${name} '${String(value).replaceAll("'", "''")}'`);
  const command = Buffer.from(`& { ${wiaScript} } ${quoted.join(' ')}`, 'utf16le').toString('base64');
  const child = spawn('powershell.exe', ['-NoProfile', '-NonInteractive', '-EncodedCommand', command], {
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
    ...(signal && { signal }),
  });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  return { child, lines: createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY }) };
}
