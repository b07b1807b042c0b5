import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export const newPrivateKeyPem = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
export const privateKeyOf = (pem: string): KeyObject => createPrivateKey(pem);

export const signBytes = (key: KeyObject, data: Uint8Array | string): Buffer => sign(null, Buffer.from(data), key);
