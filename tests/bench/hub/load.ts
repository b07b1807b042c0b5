/** The simulated communes, in a process of their own: batches are made and signed beforehand, then pushed over one connection each. */
import { paths } from '#shared/contract/hub';
import { encodeBatch, noHash } from '#shared/sync/batch';
import { batchTools } from '#service/sync/crypto/batch-tools';
import { serveCalls } from '../../support/child';
import { enrolStation, type WireStation } from '../../support/wire-station';
import { type Mix, opsOf } from './ops';
import { plainClient } from './plain-client';

interface Commune {
  readonly station: WireStation;
  readonly send: ReturnType<typeof plainClient>;
  readonly make: ReturnType<typeof opsOf>;
  nextSeq: number;
  number: number;
  prevHash: string;
  waiting: Uint8Array[];
}

const communes: Commune[] = [];
/** All communes write under it: what tells them apart is their device. */
const incarnation = 'bench';

export interface Round {
  readonly seconds: number;
  readonly ops: number;
  /** Milliseconds from the first byte of a batch to the last of its answer. */
  readonly latencies: readonly number[];
  readonly bytes: number;
  /** Seconds of the processor that this process used. */
  readonly cpu: number;
}

const api = {
  /** The communes take the instances of the hub by turns. */
  async enrol(urls: readonly string[], codes: readonly string[], mix: Mix): Promise<void> {
    for (const [n, code] of codes.entries()) {
      const url = urls[n % urls.length] ?? '';
      const station = await enrolStation(url, code);
      communes.push({
        station,
        send: plainClient(url, station),
        make: opsOf(mix, incarnation),
        nextSeq: 1,
        number: 0,
        prevHash: noHash,
        waiting: [],
      });
    }
  },
  /** Forms `batches` of `size` ops in each of the first `count` communes. */
  prepare(count: number, batches: number, size: number): void {
    for (const commune of communes.slice(0, count)) {
      const { committee, device } = commune.station.enrolled.certificate;
      for (let i = 0; i < batches; i++) {
        const header = {
          committee,
          device,
          incarnation,
          number: ++commune.number,
          firstSeq: commune.nextSeq,
          count: size,
          prevHash: commune.prevHash,
        };
        const body = { ops: commune.make(size), withheld: [] };
        const encoded = encodeBatch(header, body, batchTools.bestCodec, batchTools, (hash) => commune.station.key.sign(hash));
        commune.nextSeq += size;
        commune.prevHash = encoded.hash;
        commune.waiting.push(encoded.bytes);
      }
    }
  },
  /** Every commune pushes what was prepared for it, one batch after the other, all communes at once. */
  async push(size: number): Promise<Round> {
    const latencies: number[] = [];
    let bytes = 0;
    const { user, system } = process.cpuUsage();
    const started = performance.now();
    const line = async (commune: Commune): Promise<void> => {
      const { waiting } = commune;
      commune.waiting = [];
      for (const body of waiting) {
        const sent = performance.now();
        const status = await commune.send(paths.push, body);
        if (status !== 200) throw new Error(`the hub answered ${status}`);
        latencies.push(performance.now() - sent);
        bytes += body.length;
      }
    };
    await Promise.all(communes.filter((commune) => commune.waiting.length > 0).map(line));
    const used = process.cpuUsage();
    return {
      seconds: (performance.now() - started) / 1000,
      ops: latencies.length * size,
      latencies,
      bytes,
      cpu: (used.user + used.system - user - system) / 1e6,
    };
  },
};
export type LoadApi = typeof api;

serveCalls(api, () => undefined);
