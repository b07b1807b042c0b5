import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { optionsFrom, readCommandLine, usualReserveBytes } from '#hub/config';
import { usualRates } from '#hub/limits/rates';

const text = (name: string): string => readFileSync(path.join(import.meta.dirname, '../../..', name), 'utf8');
const variablesIn = (source: string): Set<string> => new Set(source.match(/\b(?:KTS_HUB_[A-Z0-9_]+|PGURL)\b/g));

test('the example of settings names every variable that the hub reads, and no other', () => {
  expect([...variablesIn(text('deploy/hub.env.example'))].sort()).toEqual([...variablesIn(text('src-hub/config.ts'))].sort());
});

test('what the example shows as usual is what is usual', () => {
  const shown = Object.fromEntries(
    [
      ...text('deploy/hub.env.example').matchAll(
        /^#(KTS_HUB_(?:PORT|TLS|DURABLE|STANDALONE|BEHIND_PROXY|RATE_\w+|RESERVE_MB|LOG))=(.+)$/gm,
      ),
    ].map(([, name, value]) => [name, value]),
  );
  expect(Object.keys(shown)).toHaveLength(10);
  expect(optionsFrom(shown)).toEqual(optionsFrom({}));
});

test('settings have usual values and are read from the environment, the command line before it', () => {
  expect(optionsFrom({})).toMatchObject({
    host: '127.0.0.1',
    port: 8720,
    tls: 'own',
    durable: 'commit',
    rates: usualRates,
    reserveBytes: usualReserveBytes,
  });
  const { words, env } = readCommandLine(['backup', '--durable', 'backup', 'DIR', '--behind-proxy']);
  expect(words).toEqual(['backup', 'DIR']);
  expect(optionsFrom({ KTS_HUB_DURABLE: 'commit', KTS_HUB_NAMES: 'a.example, 192.0.2.1', ...env })).toMatchObject({
    durable: 'backup',
    behindProxy: true,
    names: ['a.example', '192.0.2.1'],
  });
});

test.each([
  [{ KTS_HUB_PORT: '70000' }, 'KTS_HUB_PORT'],
  [{ KTS_HUB_LOG: 'loud' }, 'KTS_HUB_LOG'],
  [{ KTS_HUB_TLS: 'maybe' }, 'KTS_HUB_TLS'],
  [{ KTS_HUB_RATE_DEVICE: '0' }, 'KTS_HUB_RATE_DEVICE'],
  [{ KTS_HUB_S3_URL: 'https://s3.example' }, 'KTS_HUB_S3_BUCKET'],
  [{ KTS_HUB_STANDALONE: '1', KTS_HUB_HOST: '0.0.0.0' }, 'KTS_HUB_STANDALONE'],
  [{ KTS_HUB_TLS: 'off', KTS_HUB_HOST: '192.0.2.1' }, 'KTS_HUB_TLS'],
])('a wrong setting is named: %o', (env, name) => {
  expect(() => optionsFrom(env)).toThrow(name);
});
