import type { AddressInfo } from 'node:net';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { createAuthority, issueServerCertificate } from '#hub/keys/authority';

/** Somebody between workstation and hub: ends TLS with a certificate of an authority of his own, reads, and passes everything on. */
export async function startImpostor(hubPort: number): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { certificate, key } = await issueServerCertificate(await createAuthority('kẻ đứng giữa'), ['127.0.0.1']);
  const open = new Set<TLSSocket>();
  const track = (socket: TLSSocket): TLSSocket => {
    open.add(socket);
    return socket.on('error', () => undefined).on('close', () => open.delete(socket));
  };
  const server = createServer({ cert: certificate, key }, (near) => {
    const far = track(connect({ port: hubPort, host: '127.0.0.1', rejectUnauthorized: false }));
    track(near).pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
