import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Rates } from '../limits/rates';

/** How a push ended: what docs/protocol.md, section 4 calls applied, taken before, parked, gap and chain. */
export type BatchOutcome = 'applied' | 'again' | 'parked' | 'gap' | 'chain';

/** What the hub counts of itself. Labels are routes, codes and communes, never content of records, names or devices. */
export interface Meter {
  readonly registry: Registry;
  request(method: string, route: string, status: number, seconds: number): void;
  batch(outcome: BatchOutcome, ops: number, bytes: number): void;
  refused(code: string): void;
  conflicts(found: number): void;
  blob(direction: 'in' | 'out', bytes: number): void;
  limited(kind: keyof Rates): void;
  transaction(seconds: number, committed: boolean): void;
  /** Adds values that are asked for when they are collected. */
  gauge(name: string, help: string, labels: readonly string[], collect: (set: SetValue) => void | Promise<void>): void;
}
export type SetValue = (labels: Record<string, string>, value: number) => void;

const latencies = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 5, 10, 30];

export function createMeter(): Meter {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'kts_hub_' });
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[]): Counter<T> =>
    new Counter({ name: `kts_hub_${name}`, help, labelNames, registers: [registry] });
  const histogram = <T extends string>(name: string, help: string, labelNames: readonly T[]): Histogram<T> =>
    new Histogram({ name: `kts_hub_${name}`, help, labelNames, buckets: latencies, registers: [registry] });

  const requests = histogram('request_seconds', 'Time to answer a request', ['method', 'route', 'status']);
  const batches = counter('batches_total', 'Batches pushed, by how it ended', ['outcome']);
  const ops = counter('ops_total', 'Ops of batches that were applied', []);
  const batchBytes = counter('batch_bytes_total', 'Bytes of batches that were applied or parked', []);
  const refused = counter('refused_ops_total', 'Ops refused, by code', ['code']);
  const conflicts = counter('conflicts_total', 'Conflicts found', []);
  const blobs = counter('blobs_total', 'Images that became whole (in) or were sent (out)', ['direction']);
  const blobBytes = counter('blob_bytes_total', 'Bytes of images', ['direction']);
  const limited = counter('limited_total', 'Requests answered 429, by limit', ['kind']);
  const transactions = histogram('transaction_seconds', 'Time of a database transaction, its waiting for a connection included', [
    'result',
  ]);

  return {
    registry,
    request: (method, route, status, seconds) => requests.observe({ method, route, status: String(status) }, seconds),
    batch(outcome, count, bytes) {
      batches.inc({ outcome });
      if (outcome === 'applied') ops.inc(count);
      if (outcome === 'applied' || outcome === 'parked') batchBytes.inc(bytes);
    },
    refused: (code) => refused.inc({ code }),
    conflicts: (found) => conflicts.inc(found),
    blob(direction, bytes) {
      blobs.inc({ direction });
      blobBytes.inc({ direction }, bytes);
    },
    limited: (kind) => limited.inc({ kind }),
    transaction: (seconds, committed) => transactions.observe({ result: committed ? 'committed' : 'rolled back' }, seconds),
    gauge(name, help, labelNames, collect) {
      const gauge = new Gauge({
        name: `kts_hub_${name}`,
        help,
        labelNames: [...labelNames],
        registers: [registry],
        async collect() {
          gauge.reset();
          await collect((labels, value) => gauge.set(labels, value));
        },
      });
    },
  };
}
