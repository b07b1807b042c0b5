import type { CourierHub, CourierNotes, StickDevice, TakenPart } from '#hub/courier/courier-hub';
import { signBytes } from '#hub/crypto/keys';
import type { HubCore } from '#hub/log/core/hub-core';
import type { KeyObject } from 'node:crypto';

interface Part extends TakenPart {
  readonly committee: string;
  toldIn?: string;
  known: boolean;
}

interface Notes {
  readonly devices: Map<string, StickDevice & { readonly committee: string }>;
  readonly parts: Part[];
}

export interface MemoryNotes extends CourierNotes {
  backUp(): void;
  restoreBackup(): void;
}

/** What the hub remembers of sticks, as src-hub/courier/notes-table.ts does. Images do not travel in the simulation. */
export function createMemoryNotes(): MemoryNotes {
  let notes: Notes = { devices: new Map(), parts: [] };
  let backup: Notes = structuredClone(notes);
  return {
    meet: async (committee, device, recipient) => {
      notes.devices.set(device, { device, recipient, committee, cursor: notes.devices.get(device)?.cursor ?? '' });
    },
    setCursor: async (device, cursor) => {
      const known = notes.devices.get(device);
      if (known) notes.devices.set(device, { ...known, cursor });
    },
    devices: async (committee) => [...notes.devices.values()].filter((one) => one.committee === committee),
    setWishes: async () => undefined,
    addWishes: async () => undefined,
    wishes: async () => [],
    took: async (committee, part) => {
      if (!notes.parts.some((one) => one.bundle === part.bundle && one.part === part.part))
        notes.parts.push({ ...part, committee, known: false });
    },
    hasTaken: async (committee, bundle, part) =>
      notes.parts.some((one) => one.committee === committee && one.bundle === bundle && one.part === part),
    untold: async (committee, durable) => notes.parts.filter((one) => one.committee === committee && one.position <= durable && !one.known),
    tell: async (_committee, answer, parts) => {
      for (const one of notes.parts) if (parts.some(({ bundle, part }) => bundle === one.bundle && part === one.part)) one.toldIn = answer;
    },
    known: async (device, answers) => {
      for (const one of notes.parts)
        if (one.device === device && one.toldIn !== undefined && answers.includes(one.toldIn)) one.known = true;
    },
    backUp: () => {
      backup = structuredClone(notes);
    },
    restoreBackup: () => {
      notes = structuredClone(backup);
    },
  };
}

export const createHubCourier = (core: HubCore, notes: CourierNotes, key: KeyObject, snapshot: CourierHub['snapshot']): CourierHub => ({
  core,
  notes,
  blobs: { keep: async () => undefined, read: async () => undefined, lacking: async () => [] },
  snapshot,
  sign: (text) => signBytes(key, text).toString('base64url'),
  now: () => new Date(),
});
