import type { Server } from 'node:https';
import { type Authority, issueServerCertificate, type ServerCertificate } from '../keys/authority';

/** Options of Node's TLS server. The certificate is made at each start; nothing but the authority is kept. */
export const tlsOptions = ({ certificate, key }: ServerCertificate) => ({ cert: certificate, key, minVersion: 'TLSv1.2' as const });

const checkEveryMs = 3_600_000;
/** A server that runs for a year gets a new certificate when a third of this one's time is left. */
const renewBeforeMs = 130 * 86_400_000;

/** Renews the server's certificate by itself, without a restart and without cutting connections. @returns how to end that */
export function keepRenewed(server: Server, authority: Authority, names: readonly string[], first: ServerCertificate): () => void {
  let expiresAt = first.expiresAt;
  const renew = async (): Promise<void> => {
    if (expiresAt.getTime() - Date.now() > renewBeforeMs) return;
    const next = await issueServerCertificate(authority, names);
    server.setSecureContext(tlsOptions(next));
    expiresAt = next.expiresAt;
  };
  const timer = setInterval(() => void renew(), checkEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
