import type { Database } from 'better-sqlite3';
import type { AuditSigner } from '../../store/audit-table';
import { createSyncState } from '../../store/key-values';
import { verifies } from '#shared/node/ed25519';
import { openDeviceKey } from './device-key';

/** Signs the audit log by the workstation's key, which is read when it is first needed. */
export function auditSigner(db: Database, device: () => string): () => AuditSigner {
  let signer: AuditSigner | undefined;
  return () => {
    if (!signer) {
      const key = openDeviceKey(createSyncState(db));
      signer = {
        device: device(),
        sign: (text) => key.sign(text),
        verifies: (text, signature) => verifies(key.publicKey, text, signature),
      };
    }
    return signer;
  };
}
