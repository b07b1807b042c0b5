import type { DeviceCertificate } from '#shared/sync/certificate';
import type { Station } from '../world/station';

/** What was pulled of others is let go once the hub cannot lose it any more; what the hub wrote, and a copy of the book, is kept. */
export function checkCarried(durable: number, stations: readonly Station[]): string[] {
  return stations.flatMap(({ name, book }) => {
    const { device } = book.outbox.identity();
    const rows = book.db
      .prepare<[], { incarnation: string; number: number; position: number | null; author: string | null }>(
        'SELECT incarnation, number, position, author FROM sync_carried',
      )
      .all();
    return rows
      .filter(({ author }) => author !== null && (JSON.parse(author) as DeviceCertificate).device !== device)
      .filter(({ position }) => position === null || position <= durable)
      .map(({ incarnation, number, position }) => `${name} still carries batch ${incarnation} ${number}, at ${position ?? 'no place'}`);
  });
}
