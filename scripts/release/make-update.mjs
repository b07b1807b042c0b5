/**
 * `node scripts/release/make-update.mjs OUT VERSION SCHEMA KEYFILE win32-x64=FILE linux-x64=FILE`: writes a signed update file. KEYFILE holds
 * the release key (Ed25519, PEM, PKCS#8); it stays with whoever builds releases.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param {{ version: string, schema: number, key: import('node:crypto').KeyObject, parts: { system: string, name: string, bytes: Buffer }[], madeAt?: string, notes?: { vi: string, en: string } }} input
 * @returns {Buffer}
 */
export const updateFile = ({ version, schema, key, parts, madeAt = new Date().toISOString(), notes = { vi: '', en: '' } }) => {
  let offset = 0;
  const described = parts.map(({ system, name, bytes }) => {
    const part = { system, name, offset, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    offset += bytes.length;
    return part;
  });
  const body = JSON.stringify({ format: 'kiem-tra-so update', version, madeAt, schema, notes, parts: described });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
  const signature = sign(null, Buffer.from(`kiem-tra-so update 1\n${body}`), key).toString('base64url');
  const head = Buffer.from(JSON.stringify({ body, signatures: [{ key: publicKey, signature }] }));
  const begin = Buffer.alloc(9);
  begin.write('KTSU\u0001', 'latin1');
  begin.writeUInt32BE(head.length, 5);
  return Buffer.concat([begin, head, ...parts.map(({ bytes }) => bytes)]);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [out = '', version = '', schema = '', keyFile = '', ...files] = process.argv.slice(2);
  const parts = files.map((pair) => {
    const at = pair.indexOf('=');
    const file = pair.slice(at + 1);
    return { system: pair.slice(0, at), name: basename(file).replaceAll(/[^A-Za-z0-9._-]/g, '-'), bytes: readFileSync(file) };
  });
  writeFileSync(out, updateFile({ version, schema: Number(schema), key: createPrivateKey(readFileSync(keyFile)), parts }));
  console.log(`${out}: ${version}, ${parts.map(({ system }) => system).join(', ')}`);
}
