import type { HubOptions } from '../config';
import type { HubKeys } from './hub-keys';

/** PEM that workstations pin at enrolment: the hub's own authority, or that of the proxy in front. Undefined: plain HTTP on loopback, or no network. */
export const tlsAuthorityOf = (
  { tls, proxyAuthority, standalone }: Pick<HubOptions, 'tls' | 'proxyAuthority' | 'standalone'>,
  { authority }: Pick<HubKeys, 'authority'>,
): string | undefined => {
  if (standalone) return undefined;
  return tls === 'off' ? proxyAuthority : authority.certificate;
};
