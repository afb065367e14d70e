import ipaddr from 'ipaddr.js';

export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

/** The only part of IPv6 that is given out for the public internet (RFC 4291, section 2.4; IANA address space registry). */
const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Public by number, but answered by the host of an Azure machine with that machine's configuration. */
const AZURE_HOST = '168.63.129.16';

/** The IPv4-compatible form (`::1.2.3.4`, long deprecated), which the library takes for IPv4 mapped into IPv6. */
const IPV4_COMPATIBLE = /^::\d+\./;

/** Parses what name resolution or a socket gave; IPv4 mapped into IPv6 becomes IPv4. Undefined when it is no usable address. */
export function parseAddress(text: string): IpAddress | undefined {
  return ipaddr.isValid(text) && !IPV4_COMPATIBLE.test(text) ? ipaddr.process(text) : undefined;
}

/**
 * True for addresses of the public internet: unicast, in none of the special ranges of IANA (private, loopback,
 * link-local with the metadata addresses, shared, multicast, documentation, reserved …) and in none of those that
 * carry an IPv4 address inside (NAT64, 6to4, Teredo, IPv4-compatible).
 */
export function isPublicAddress(address: IpAddress): boolean {
  if (address.range() !== 'unicast' || address.toString() === AZURE_HOST) return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(GLOBAL_UNICAST_V6);
}
