/** Scanners of this office: those that are there, the profiles people use, previews, and scanning into the archive. */
import type { ImportEvent } from '#shared/contract/window/archive';
import type { Scanner, ScannerAbilities, ScanProfile } from '#shared/contract/window/scanners';
import { AppError } from '#shared/errors/app-error';
import type { ArchiveService } from '../archive/archive-service';
import type { PlacedTarget } from '../archive/placed-import';
import type { Book } from '../book/book';
import { createEsclSource } from './escl/escl-source';
import { type FindOptions, findScanners } from './mdns/find-scanners';
import { createSaneSource } from './sane/sane-source';
import type { ScanSource } from './scan-source';
import { createWiaSource } from './wia/wia-source';

export interface ScanService {
  list(): Promise<{ scanners: Scanner[]; addresses: string[]; networked: boolean }>;
  setAddresses(addresses: readonly string[]): string[];
  /** @throws AppError scanner.noNetwork */
  discover(): Promise<{ added: number; addresses: string[] }>;
  abilities(id: string): Promise<ScannerAbilities>;
  profiles(): ScanProfile[];
  setProfiles(profiles: readonly ScanProfile[]): ScanProfile[];
  preview(id: string, profile: ScanProfile): Promise<string>;
  scan(id: string, profile: ScanProfile, target: PlacedTarget, signal?: AbortSignal): AsyncGenerator<ImportEvent, void>;
}

const addressesKey = 'scan.addresses';
const profilesKey = 'scan.profiles';
const previewSide = 900;

/** 300 dpi in colour is what the regulations and the reader want (domain 5.7). */
const firstProfiles: readonly ScanProfile[] = [
  { name: 'Khay nạp, hai mặt, màu 300 dpi', dpi: 300, colour: 'colour', source: 'feeder', duplex: true, size: 'A4' },
  { name: 'Khay nạp, một mặt, màu 300 dpi', dpi: 300, colour: 'colour', source: 'feeder', duplex: false, size: 'A4' },
  { name: 'Mặt kính, màu 300 dpi', dpi: 300, colour: 'colour', source: 'flatbed', duplex: false, size: 'A4' },
  { name: 'Mặt kính, A3, màu 300 dpi', dpi: 300, colour: 'colour', source: 'flatbed', duplex: false, size: 'A3' },
];

export function createScanService(
  book: Book,
  archive: Pick<ArchiveService, 'importScans' | 'pictureOf'>,
  discovery?: FindOptions,
): ScanService {
  const mayConnect = () => book.committee.profile === 'connected';
  const addresses = () => book.settings.get<string[]>(addressesKey) ?? [];
  const sources: readonly ScanSource[] = [createEsclSource({ addresses, mayConnect }), createSaneSource(), createWiaSource()];
  const sourceOf = (id: string): ScanSource => {
    const source = sources.find(({ kind }) => id.startsWith(`${kind}:`));
    if (source === undefined) throw new AppError('scanner.offline', { address: id });
    return source;
  };
  const setAddresses = (wanted: readonly string[]) => {
    book.settings.set(addressesKey, [...new Set(wanted.map((address) => address.trim()).filter((address) => address !== ''))]);
    return addresses();
  };
  const profiles = () => book.settings.get<ScanProfile[]>(profilesKey) ?? [...firstProfiles];

  return {
    list: async () => ({
      scanners: (await Promise.all(sources.map((source) => source.find()))).flat(),
      addresses: addresses(),
      networked: mayConnect(),
    }),
    setAddresses,
    discover: async () => {
      // A standalone machine opens no socket, not even to ask.
      if (!mayConnect()) throw new AppError('scanner.noNetwork');
      const before = addresses();
      const found = await findScanners(discovery);
      const known = new Set(before.map(hostOf));
      const added = found.filter((address) => !known.has(hostOf(address)));
      return { added: added.length, addresses: setAddresses([...before, ...added]) };
    },
    abilities: (id) => sourceOf(id).abilities(id),
    profiles,
    setProfiles: (wanted) => {
      book.settings.set(profilesKey, wanted);
      return profiles();
    },
    preview: async (id, profile) => {
      const source = sourceOf(id);
      const { dpis } = await source.abilities(id);
      const dpi = Math.min(...dpis.filter((each) => each >= 75), profile.dpi);
      for await (const { bytes } of source.scan(id, { ...profile, dpi, source: 'flatbed', duplex: false }, new AbortController().signal))
        return Buffer.from(await archive.pictureOf(bytes, previewSide)).toString('base64');
      throw new AppError('scanner.noPaper');
    },
    scan: (id, profile, target, signal = new AbortController().signal) =>
      archive.importScans(sourceOf(id).scan(id, profile, signal), target, signal),
  };
}

/** 192.168.1.20 of 'http://192.168.1.20:8080/eSCL' as of '192.168.1.20'. */
const hostOf = (address: string): string => address.replace(/^https?:\/\//, '').split(/[:/]/)[0] ?? address;
