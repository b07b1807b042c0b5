/**
 * Network scanners that speak eSCL (AirScan, Mopria): plain HTTP, no driver. Their address is typed once. A standalone machine opens no
 * connection at all, so there is no such source there.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Scanner } from '#shared/contract/window/scanners';
import { AppError } from '#shared/errors/app-error';
import { scanNames, type ScanSource } from '../scan-source';
import { ask, type Reply } from './escl-http';
import { abilitiesOf, feederStateOf, modelOf, settingsXml, versionOf } from './escl-xml';

/** A sheet may take a minute at 600 dpi on an old device. */
const pageTimeoutMs = 180_000;
const busyPauseMs = 1000;
const mostBusyAnswers = 120;

export interface EsclOptions {
  /** As typed: 'may-quet.local', '192.168.1.20:8080', 'https://…'. */
  readonly addresses: () => readonly string[];
  readonly mayConnect: () => boolean;
}

const prefix = 'escl:';

export function createEsclSource({ addresses, mayConnect }: EsclOptions): ScanSource {
  const baseOf = (id: string): URL => {
    if (!mayConnect()) throw new AppError('scanner.noNetwork');
    const address = id.slice(prefix.length);
    if (!addresses().includes(address)) throw new AppError('scanner.offline', { address });
    return baseUrl(address);
  };
  const capabilities = async (id: string): Promise<string> => {
    const { status, body } = await ask(at(baseOf(id), 'ScannerCapabilities'));
    if (status !== 200) throw new AppError('scanner.failed', { reason: `HTTP ${status}` });
    return body.toString('utf8');
  };

  return {
    kind: 'escl',
    find: async () => {
      if (!mayConnect()) return [];
      const found = await Promise.all(
        addresses().map(async (address): Promise<Scanner | undefined> => {
          const name = await capabilities(`${prefix}${address}`).then(modelOf, () => undefined);
          return name === undefined ? undefined : { id: `${prefix}${address}`, name: name || address, kind: 'escl' };
        }),
      );
      return found.filter((scanner) => scanner !== undefined);
    },
    abilities: async (id) => abilitiesOf(await capabilities(id)),
    scan: async function* (id, wish, signal) {
      const base = baseOf(id);
      const version = versionOf(await capabilities(id));
      if (wish.source === 'feeder') {
        const state = feederStateOf((await ask(at(base, 'ScannerStatus'), { signal })).body.toString('utf8'));
        if (state === 'ScannerAdfEmpty') throw new AppError('scanner.noPaper');
        if (/Jam|Mispick|Hatch/.test(state)) throw new AppError('scanner.failed', { reason: state });
      }
      const job = jobUrl(base, await ask(at(base, 'ScanJobs'), { method: 'POST', body: settingsXml(wish, version), signal }));
      const name = scanNames();
      try {
        for (let number = 1; ; number++) {
          const image = await nextDocument(at(job, 'NextDocument'), signal);
          if (image === undefined) {
            if (number === 1) throw new AppError('scanner.noPaper');
            return;
          }
          yield { name: name(number), bytes: image, dpi: wish.dpi };
        }
      } finally {
        // What is left in the feeder is not pulled in any more. A device that has closed the job says 404.
        await ask(job, { method: 'DELETE' }).catch(() => {});
      }
    },
  };
}

function baseUrl(address: string): URL {
  try {
    const url = new URL(/^https?:\/\//.test(address) ? address : `http://${address}`);
    url.pathname = /\/eSCL\/?$/i.test(url.pathname) ? url.pathname.replace(/\/?$/, '/') : '/eSCL/';
    return url;
  } catch (error) {
    throw new AppError('scanner.offline', { address }, error);
  }
}

const at = (base: URL, name: string): URL => new URL(name, base.href.endsWith('/') ? base : new URL(`${base.href}/`));

/** A device may name itself by another host in `Location`; only the path counts. */
function jobUrl(base: URL, { status, location }: Reply): URL {
  if (status === 503 || status === 409) throw new AppError('scanner.busy');
  if (status !== 201 || location === undefined) throw new AppError('scanner.failed', { reason: `HTTP ${status}` });
  return new URL(new URL(location, base).pathname, base);
}

/** Undefined: the feeder is empty, or the flatbed has given its one image. */
async function nextDocument(url: URL, signal: AbortSignal): Promise<Buffer | undefined> {
  for (let busy = 0; ; busy++) {
    const { status, body, retryAfter } = await ask(url, { signal, timeoutMs: pageTimeoutMs });
    if (status === 200) return body;
    if (status === 404 || status === 410) return undefined;
    if (status !== 503 || busy >= mostBusyAnswers) throw new AppError('scanner.failed', { reason: `HTTP ${status}` });
    await wait(Math.min((retryAfter ?? 1) * busyPauseMs, 10_000), undefined, { signal });
  }
}
