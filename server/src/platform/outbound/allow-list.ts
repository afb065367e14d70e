import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import ipaddr from 'ipaddr.js';
import { OutboundError } from './outbound-error.ts';
import { type IpAddress, parseAddress } from './public-address.ts';

/** Targets that a workspace names as its own, beyond the public internet. */
export type AllowList = {
  namesHost(hostname: string, port: number): boolean;
  namesAddress(address: IpAddress, port: number): boolean;
  /** False when only hosts are named: then the name alone decides, before it is resolved. */
  readonly hasAddresses: boolean;
};

type HostRule = { hostname: string; port: number | undefined };
type RangeRule = { network: IpAddress; prefixLength: number; port: number | undefined };

const HOSTNAME = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const ENTRY = /^(?:\[([0-9a-f:.]+)\]|([^[\]:/\s]+))(?::(\d{1,5}))?$/i;

/**
 * Reads entries of the forms `host`, `host:port`, an address with or without port (`10.0.0.5`, `10.0.0.5:8443`,
 * `[fd00::1]:8443`, `fd00::1`) and CIDR (`10.0.0.0/8`). A host is matched by its whole name; there are no wildcards.
 * Throws `invalid_request` and names the entry that is wrong.
 */
export function parseAllowList(entries: readonly string[]): AllowList {
  const hosts: HostRule[] = [];
  const ranges: RangeRule[] = [];
  for (const entry of entries) {
    const rule = parseRange(entry) ?? parseHost(entry);
    if ('hostname' in rule) hosts.push(rule);
    else ranges.push(rule);
  }
  return {
    hasAddresses: ranges.length > 0,
    namesHost: (hostname, port) =>
      hosts.some((rule) => rule.hostname === withoutDot(hostname) && (rule.port ?? port) === port),
    namesAddress: (address, port) =>
      ranges.some(
        ({ network, prefixLength, port: onlyPort }) =>
          address.kind() === network.kind() && address.match(network, prefixLength) && (onlyPort ?? port) === port,
      ),
  };
}

function parseRange(entry: string): RangeRule | undefined {
  if (entry.includes('/')) {
    if (!ipaddr.isValidCIDR(entry) || isIP(entry.slice(0, entry.indexOf('/'))) === 0) throw invalidEntry(entry);
    const [network, prefixLength] = ipaddr.parseCIDR(entry);
    return { network, prefixLength, port: undefined };
  }
  const [, bracketed, plain, port] = ENTRY.exec(entry) ?? [undefined, entry];
  const host = bracketed ?? plain ?? entry;
  const network = isIP(host) === 0 ? undefined : parseAddress(host);
  if (!network) return undefined;
  return { network, prefixLength: network.kind() === 'ipv4' ? 32 : 128, port: parsePort(port, entry) };
}

function parseHost(entry: string): HostRule {
  const [, , host, port] = ENTRY.exec(entry) ?? [];
  const hostname = withoutDot(domainToASCII(host ?? ''));
  // `127.1` and the like would be read as addresses by a URL and so never match: better refused than without effect.
  const isNumeric = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(hostname);
  if (
    !HOSTNAME.test(hostname) ||
    isNumeric ||
    (hostname !== withoutDot((host ?? '').toLowerCase()) && /^[\x20-\x7e]*$/.test(entry))
  ) {
    throw invalidEntry(entry);
  }
  return { hostname, port: parsePort(port, entry) };
}

function parsePort(port: string | undefined, entry: string): number | undefined {
  if (port === undefined) return undefined;
  const number = Number(port);
  if (number < 1 || number > 65_535) throw invalidEntry(entry);
  return number;
}

function withoutDot(hostname: string): string {
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
}

function invalidEntry(entry: string): OutboundError {
  return new OutboundError(
    'invalid_request',
    `allow-list entry "${entry.slice(0, 100)}" is none of: host, host:port, address, address:port, CIDR such as 10.0.0.0/8`,
  );
}
