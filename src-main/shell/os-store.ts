/** Asks the system's key store for the service. The secret passes through here and is not kept; the master key never does. */
import { safeStorage } from 'electron';
import type { OsStoreProblem } from '#shared/contract/service-link';

/** Stores of Linux that keep keys where every program reads them. */
const plain = new Set(['basic_text', 'unknown']);

const isSafe = (): boolean =>
  safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || !plain.has(safeStorage.getSelectedStorageBackend()));

export function askOsStore(act: 'seal' | 'open', text: string): { text?: string; problem?: OsStoreProblem } {
  if (!isSafe()) return { problem: 'none' };
  try {
    return {
      text: act === 'seal' ? safeStorage.encryptString(text).toString('base64') : safeStorage.decryptString(Buffer.from(text, 'base64')),
    };
  } catch {
    return { problem: 'failed' };
  }
}
