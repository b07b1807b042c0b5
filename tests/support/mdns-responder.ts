/** A scanner that answers a multicast DNS question as RFC 6763 describes it: PTR, SRV, TXT and A in one message, names compressed. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const label = (text: string) => Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);
const pointer = (at: number) => Buffer.from([0xc0 | (at >> 8), at & 0xff]);
const record = (name: Buffer, type: number, content: Buffer) => {
  const head = Buffer.alloc(10);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(1, 2);
  head.writeUInt32BE(120, 4);
  head.writeUInt16BE(content.length, 8);
  return Buffer.concat([name, head, content]);
};

/** @param port of the scanner's HTTP server on this machine */
export async function startMdns(port: number) {
  let asked = 0;
  const socket = createSocket('udp4');
  socket.on('message', (_question, from) => {
    asked++;
    socket.send(answer(port), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    at: { address: '127.0.0.1', port: (socket.address() as AddressInfo).port },
    asked: () => asked,
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}

function answer(port: number): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(0x8400, 2);
  header.writeUInt16BE(1, 6);
  header.writeUInt16BE(3, 10);
  const service = Buffer.concat([label('_uscan'), label('_tcp'), label('local'), Buffer.from([0])]);
  const serviceAt = 12;
  const instance = Buffer.concat([label('Máy thử 300'), pointer(serviceAt)]);
  const ptr = record(service, 12, instance);
  const instanceAt = 12 + service.length + 10;
  const host = Buffer.concat([label('may-thu'), label('local'), Buffer.from([0])]);
  const place = Buffer.alloc(6);
  place.writeUInt16BE(port, 4);
  const srv = record(pointer(instanceAt), 33, Buffer.concat([place, host]));
  const text = record(pointer(instanceAt), 16, Buffer.concat([label('txtvers=1'), label('rs=eSCL'), label('ty=Máy thử 300')]));
  const address = record(host, 1, Buffer.from([127, 0, 0, 1]));
  return Buffer.concat([header, ptr, srv, text, address]);
}
