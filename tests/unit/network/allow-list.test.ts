import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inRoot } from '../../../scripts/setup/paths.mjs';

const server = createServer((_request, response) => response.end('ok'));
let hits = 0;
server.on('connection', () => {
  hits += 1;
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

/** What each kind of connection gave in a process whose network is closed; the closing is for good, so it needs a process of its own. */
function tried(permit: string): Promise<Record<string, string>> {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const script = `
    import net from 'node:net'; import tls from 'node:tls'; import http from 'node:http'; import dgram from 'node:dgram';
    import { closeNetwork, permitHub, permitQuestions } from '#service/network/allow-list';
    closeNetwork();
    const asking = ${JSON.stringify(permit)} === 'hub' ? permitQuestions('127.0.0.1', 9) : () => {};
    const question = (to) => new Promise((done, fail) => { const socket = dgram.createSocket('udp4'); socket.on('error', fail);
      socket.once('listening', () => { try { socket.send('x', 9, to, () => done('open')); } catch (error) { fail(error); } }); socket.bind(0); });
    const end = ${JSON.stringify(permit)} === 'hub' ? permitHub('${url}') : () => {};
    const outcome = async (work) => { try { return await work(); } catch { return 'refused'; } };
    const opened = (socket) => new Promise((done, fail) => { socket.on('connect', () => { socket.destroy(); done('open'); }); socket.on('error', fail); });
    const get = () => new Promise((done, fail) => http.get('${url}', { agent: false }, (reply) => { reply.resume(); done('open'); }).on('error', fail));
    const results = {
      http: await outcome(get),
      fetch: await outcome(() => fetch('${url}').then(() => 'open')),
      net: await outcome(() => opened(net.connect(${port}, '127.0.0.1'))),
      otherName: await outcome(() => opened(net.connect({ host: 'localhost', port: ${port} }))),
      otherPort: await outcome(() => opened(net.connect({ host: '127.0.0.1', port: 9 }))),
      tls: await outcome(() => opened(tls.connect({ host: '127.0.0.2', port: ${port} }))),
      udp: await outcome(async () => { dgram.createSocket('udp4').send('x', 9, '127.0.0.3'); return 'open'; }),
      question: await outcome(() => question('127.0.0.1')),
      otherQuestion: await outcome(() => question('127.0.0.2')),
      udpPort: await outcome(async () => { dgram.createSocket('udp4').bind(18999); return 'open'; }),
      listen: await outcome(async () => { http.createServer().listen(0); return 'open'; }),
    };
    end();
    asking();
    results.after = await outcome(get);
    console.log(JSON.stringify(results));
    process.exit(0);
  `;
  return new Promise((resolve, reject) => {
    void import('node:fs').then(({ mkdtempSync, writeFileSync, rmSync }) => {
      const dir = mkdtempSync(inRoot('.cache', 'network-'));
      const file = `${dir}/try.ts`;
      writeFileSync(file, script);
      void import('node:child_process').then(({ execFile }) =>
        execFile(process.execPath, [inRoot('scripts/run/typescript.mjs'), file], (error, stdout) => {
          rmSync(dir, { recursive: true, force: true });
          if (error) reject(error);
          else resolve(JSON.parse(stdout) as Record<string, string>);
        }),
      );
    });
  });
}

it('connects to the permitted hub by its own name and port, as long as it is permitted, and to nothing else', async () => {
  expect(await tried('hub')).toEqual({
    http: 'open',
    fetch: 'open',
    net: 'open',
    otherName: 'refused',
    otherPort: 'refused',
    tls: 'refused',
    udp: 'refused',
    question: 'open',
    otherQuestion: 'refused',
    udpPort: 'refused',
    listen: 'refused',
    after: 'refused',
  });
});

it('opens no socket at all where nothing is permitted', async () => {
  const before = hits;
  expect(new Set(Object.values(await tried('nothing')))).toEqual(new Set(['refused']));
  expect(hits).toBe(before);
});
