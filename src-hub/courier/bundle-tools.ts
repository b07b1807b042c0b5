import { createHash } from 'node:crypto';
import type { BundleTools } from '#shared/sync/bundle';
import { batchTools } from '../crypto/batch-tools';
import { verifies } from '../crypto/keys';

/** The runtime's part of bundles. */
export const bundleTools: BundleTools = {
  sha256: batchTools.sha256,
  toUtf8: batchTools.toUtf8,
  fromUtf8: batchTools.fromUtf8,
  startSha256: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  },
  verify: (key, text, signature) => verifies(key, text, Buffer.from(signature, 'base64url')),
};
