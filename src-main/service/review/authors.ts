import type { DeviceCertificate } from '#shared/sync/certificate';
import type { Book } from '../book/book';

/** Who made a change, and where, as people know them. */
export interface Author {
  /** '' where this machine has never heard of the person or the workstation. */
  readonly name: string;
  readonly device: string;
  readonly here: boolean;
}

const stateKey = 'deviceNames';

/** Keeps the name of the workstation behind an incarnation, as the province certified it. Part of the transaction that applies its ops. */
export function rememberDevice(book: Pick<Book, 'syncState'>, incarnation: string, certificate: DeviceCertificate): void {
  const names = book.syncState.get<Record<string, string>>(stateKey) ?? {};
  if (names[incarnation] !== certificate.deviceName) book.syncState.set(stateKey, { ...names, [incarnation]: certificate.deviceName });
}

/** Tells names for actors and incarnations. `userName` knows the people of this machine; those of others come as records. */
export function authorsOf(book: Book, userName: (id: string) => string | undefined): (actor: string, incarnation: string) => Author {
  const devices = book.syncState.get<Record<string, string>>(stateKey) ?? {};
  const own = book.outbox.identity().incarnation;
  return (actor, incarnation) => ({
    name: userName(actor) ?? book.records.titleOf(actor) ?? '',
    device: devices[incarnation] ?? '',
    here: incarnation === own,
  });
}
