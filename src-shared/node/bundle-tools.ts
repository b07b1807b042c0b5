import { createHash } from 'node:crypto';
import type { BundleTools } from '../sync/bundle';
import { byteTools } from './batch-tools';
import { verifiesText } from './ed25519';

/** What bundles need of the runtime. */
export const bundleTools: BundleTools = {
  ...byteTools,
  startSha256: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  },
  verify: verifiesText,
};
