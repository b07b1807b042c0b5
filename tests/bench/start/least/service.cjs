/** Opens the measured book and reads the first cases from it; nothing else. */
const { hkdfSync } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const Database = require('better-sqlite3');

const dataDir = process.env.KTS_DATA_DIR;
const nativeBinding = process.env.KTS_SQLITE_ADDON;
const db = new Database(join(dataDir, 'office', 'book.db'), nativeBinding ? { nativeBinding } : {});
db.pragma("cipher = 'sqlcipher'");
const key = hkdfSync('sha256', readFileSync(join(dataDir, 'measuring.key')), 'kiem-tra-so', 'database', 32);
db.key(Buffer.concat([Buffer.from('raw:'), Buffer.from(key)]));
db.pragma('locking_mode = EXCLUSIVE');
const titles = db.prepare('SELECT r.title FROM "case" t JOIN record r ON r.n = t.n LIMIT 60').pluck().all();
process.parentPort.once('message', ({ ports: [port] }) => port.postMessage(titles));
