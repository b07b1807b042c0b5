/** Scanners: a network scanner by eSCL, and SANE's own test device through `scanimage` where it is installed. */
import { spawnSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createScanService, type ScanService } from '../../src-main/service/scan/scan-service';
import type { ScanProfile } from '../../src-shared/contract/window/scanners';
import {
  blankScan,
  collect,
  expectEveryImage,
  newArchive,
  ofKind,
  removeFolder,
  temporaryFolder,
  type TestArchive,
} from '../support/archive-book';
import { type EsclServer, startEscl } from '../support/escl-server';
import { startMdns } from '../support/mdns-responder';
import { keptRecognizer } from '../support/recognizer';

const recognizer = keptRecognizer();
let folder: string;
let own: TestArchive;
let scan: ScanService;
let device: EsclServer;

beforeAll(async () => {
  device = await startEscl();
});
afterAll(async () => {
  await recognizer.end();
  await device.close();
});
const begin = async (profile: 'connected' | 'standalone') => {
  folder = await temporaryFolder();
  own = await newArchive(recognizer.start, { dir: folder, profile });
  scan = createScanService(own.book, own.archive);
};
beforeEach(() => begin('connected'));
afterEach(async () => {
  await own.close();
  await removeFolder(folder);
});

const feeder: ScanProfile = { name: 'Khay', dpi: 300, colour: 'colour', source: 'feeder', duplex: true, size: 'A4' };
const id = () => `escl:${device.address}`;

describe('eSCL', () => {
  beforeEach(async () => {
    scan.setAddresses([` ${device.address} `]);
    device.feeder = [await blankScan(1), await blankScan(2), await blankScan(3)];
    device.glass = await blankScan(4);
    device.jammed = false;
    device.settings.length = 0;
    device.log.length = 0;
  });

  test('is found in the network when a person asks, and by no standalone machine', async () => {
    const port = Number(device.address.split(':').at(-1));
    const network = await startMdns(port);
    try {
      const finder = createScanService(own.book, own.archive, { to: network.at, waitMs: 400 });
      scan.setAddresses([]);
      expect(await finder.discover()).toEqual({ added: 1, addresses: [`http://127.0.0.1:${port}/eSCL`] });
      expect(await finder.discover()).toMatchObject({ added: 0 });
      expect((await scan.list()).scanners.map(({ name }) => name)).toContain('Máy thử 300');
      const asked = network.asked();
      expect(asked).toBeGreaterThan(0);
      await own.close();
      await removeFolder(folder);
      await begin('standalone');
      const alone = createScanService(own.book, own.archive, { to: network.at, waitMs: 100 });
      await expect(alone.discover()).rejects.toMatchObject({ code: 'scanner.noNetwork' });
      expect(network.asked()).toBe(asked);
    } finally {
      await network.close();
    }
  });

  test('is found by its address and says what it can', async () => {
    expect((await scan.list()).scanners).toContainEqual({ id: id(), name: 'Máy thử 300', kind: 'escl' });
    expect(await scan.abilities(id())).toEqual({
      sources: ['flatbed', 'feeder'],
      dpis: [100, 300],
      colours: ['colour', 'gray'],
      duplex: true,
    });
  });

  test('takes the whole feeder into one document, each sheet on the disk before the next is asked for', async () => {
    const kept: number[] = [];
    for await (const event of scan.scan(id(), feeder, {})) if (event.kind === 'page') kept.push(device.feeder.length);
    expect(kept).toEqual([2, 1, 0]);
    expect(own.book.records.count({ type: 'archiveDocument' })).toBe(1);
    expect(await expectEveryImage(own)).toBe(3);
    expect(device.settings[0]).toMatch(/>Feeder<[\s\S]*RGB24[\s\S]*>300<[\s\S]*<scan:Duplex>true/);
    expect(device.log.at(-1)).toMatch(/^DELETE /);
  });

  test('stops between two sheets when asked to, and lets go of the job', async () => {
    const stop = new AbortController();
    for await (const event of scan.scan(id(), feeder, {}, stop.signal)) if (event.kind === 'page') stop.abort();
    expect(device.feeder).toHaveLength(2);
    expect(device.log.at(-1)).toMatch(/^DELETE /);
  });

  test('a preview is kept nowhere', async () => {
    const jpeg = Buffer.from(await scan.preview(id(), feeder), 'base64');
    expect([jpeg[0], jpeg[1]]).toEqual([0xff, 0xd8]);
    expect(device.settings[0]).toMatch(/>Platen<[\s\S]*>100</);
    expect(own.book.records.count({ type: 'page' })).toBe(0);
  });

  test('an empty feeder, a jam and a scanner that is off are told in words', async () => {
    device.feeder = [];
    await expect(collect(scan.scan(id(), feeder, {}))).rejects.toMatchObject({ code: 'scanner.noPaper' });
    device.jammed = true;
    await expect(collect(scan.scan(id(), feeder, {}))).rejects.toMatchObject({ code: 'scanner.failed' });
    scan.setAddresses(['127.0.0.1:1']);
    await expect(scan.abilities('escl:127.0.0.1:1')).rejects.toMatchObject({ code: 'scanner.offline' });
    expect((await scan.list()).scanners.filter(({ kind }) => kind === 'escl')).toEqual([]);
  });

  test('a standalone machine opens no connection', async () => {
    await own.close();
    await removeFolder(folder);
    await begin('standalone');
    scan.setAddresses([device.address]);
    const before = device.log.length;
    expect(await scan.list()).toMatchObject({ networked: false });
    await expect(collect(scan.scan(id(), feeder, {}))).rejects.toMatchObject({ code: 'scanner.noNetwork' });
    await expect(scan.abilities(id())).rejects.toMatchObject({ code: 'scanner.noNetwork' });
    expect(device.log).toHaveLength(before);
  });
});

const sane = spawnSync('scanimage', ['--version'], { encoding: 'utf8' });
/** `test` is compiled in wherever sane-utils is, but stands among the devices only where /etc/sane.d/dll.conf names it. */
describe.skipIf(sane.error !== undefined)('SANE (its test device; skipped where the package sane-utils is absent)', () => {
  test('says what it can, and scans from the glass', async () => {
    const abilities = await scan.abilities('sane:test');
    expect(abilities.sources).toEqual(['flatbed', 'feeder']);
    expect(abilities.dpis).toContain(300);
    expect(abilities.colours).toEqual(['colour', 'gray']);
    const events = await collect(scan.scan('sane:test', { ...feeder, dpi: 200, source: 'flatbed' }, {}));
    expect(ofKind(events, 'page')).toHaveLength(1);
    const { values } = own.book.records.list({ type: 'page' }).rows[0]!;
    expect(values).toMatchObject({ mime: 'image/jpeg', dpi: 200 });
  });

  test('gives the sheets of the feeder one by one until it is empty', async () => {
    const scanned = createScanService(own.book, {
      pictureOf: own.archive.pictureOf,
      importScans: async function* (scans) {
        let sheets = 0;
        for await (const { bytes } of scans) {
          expect(bytes[0]).toBe(0xff);
          sheets++;
        }
        yield { kind: 'done', files: sheets, pages: sheets, duplicates: 0, refused: 0 };
      },
    });
    const low = { ...feeder, dpi: 75, colour: 'gray' } as unknown as ScanProfile;
    expect((await collect(scanned.scan('sane:test', low, {}))).at(-1)).toMatchObject({ pages: 10 });
  });
});
