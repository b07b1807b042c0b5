/**
 * Looks for eSCL scanners in the office's own network by multicast DNS (RFC 6762), once, because a person asked for it. The question goes
 * to the link-local group, which no router passes on; nothing listens before or after.
 */
import { createSocket } from 'node:dgram';
import { isIPv4 } from 'node:net';
import { permitQuestions } from '../../network/allow-list';
import { type DnsRecord, questionFor, recordsOf, recordTypes } from './dns-message';

/** Mopria eSCL, 2.2: without and with TLS. */
const services = ['_uscan._tcp.local', '_uscans._tcp.local'];
const group = { address: '224.0.0.251', port: 5353 };
const patienceMs = 2500;
const askAgainMs = 800;
const mostScanners = 20;

export interface FindOptions {
  readonly to?: { readonly address: string; readonly port: number };
  readonly waitMs?: number;
}

/** Addresses as a person would type them: http://192.168.1.20:8080/eSCL; none where the network cannot be asked. */
export async function findScanners({ to = group, waitMs = patienceMs }: FindOptions = {}): Promise<string[]> {
  const records: DnsRecord[] = [];
  const senders = new Map<DnsRecord, string>();
  const endPermission = permitQuestions(to.address, to.port);
  const socket = createSocket('udp4');
  const question = questionFor(services);
  let again: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    // No network, or one that forbids it: the same as nobody's answer.
    socket.on('error', () => resolve());
    socket.on('message', (message, { address }) => {
      for (const record of recordsOf(message)) {
        records.push(record);
        senders.set(record, address);
      }
    });
    const send = () => socket.send(question, to.port, to.address);
    socket.once('listening', () => {
      send();
      again = setTimeout(send, Math.min(askAgainMs, waitMs / 2));
    });
    socket.bind(0);
    setTimeout(resolve, waitMs);
  });
  clearTimeout(again);
  socket.removeAllListeners('message');
  socket.close();
  endPermission();
  return addressesIn(records, senders);
}

function addressesIn(records: readonly DnsRecord[], senders: ReadonlyMap<DnsRecord, string>): string[] {
  const found = records
    .filter(({ type, name }) => type === recordTypes.PTR && services.includes(name.toLowerCase()))
    .flatMap(({ name: service, target: instance }) => {
      const place = records.find(({ type, name }) => type === recordTypes.SRV && name === instance);
      if (place?.port === undefined) return [];
      const host =
        records.find(({ type, name, address }) => type === recordTypes.A && name === place.target && address !== undefined)?.address ??
        senders.get(place);
      if (host === undefined || !isIPv4(host)) return [];
      const path = records.find(({ type, name }) => type === recordTypes.TXT && name === instance)?.text?.['rs'] ?? 'eSCL';
      const scheme = service.toLowerCase().startsWith('_uscans') ? 'https' : 'http';
      return [{ host, url: `${scheme}://${host}:${place.port}/${path.replace(/^\/+|\/+$/g, '')}` }];
    });
  // A device that offers both ways is one device; the plain one comes first.
  const byHost = new Map<string, string>();
  for (const { host, url } of found.sort((a, b) => a.url.localeCompare(b.url))) if (!byHost.has(host)) byHost.set(host, url);
  return [...byHost.values()].slice(0, mostScanners);
}
