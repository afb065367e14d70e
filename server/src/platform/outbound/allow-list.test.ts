import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllowList } from './allow-list.ts';
import { isPublicAddress, parseAddress } from './public-address.ts';

const isPublic = (text: string) => {
  const address = parseAddress(text);
  return address !== undefined && isPublicAddress(address);
};

test.each(
  `
  0.0.0.0 0.1.2.3 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1
  172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1
  239.255.255.255 240.0.0.1 255.255.255.255 168.63.129.16 :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
  ::ffff:7f00:1 ::127.0.0.1 ::7f00:1 64:ff9b::7f00:1 64:ff9b::1.1.1.1 64:ff9b:1::1 100::1 2001::1 2001:db8::1
  2002:7f00:1:: 2002:a9fe:a9fe::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%lo fec0::1 ff02::1 4000::1 5f00::1
  3fff::1 0:0:0:0:0:ffff:0:1
`
    .trim()
    .split(/\s+/),
)('%s is not public', (address) => {
  expect(isPublic(address)).toBe(false);
});

test.each([
  '1.1.1.1',
  '93.184.216.34',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700:4700::1111',
  '2a00:1450::1',
  '::ffff:1.1.1.1',
])('%s is public', (address) => {
  expect(isPublic(address)).toBe(true);
});

test('no IPv4 address is more public inside an IPv6 address than by itself', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublic(`::ffff:${address}`)).toBe(isPublic(address));
      for (const prefix of ['64:ff9b::', '::', '::ffff:0:']) expect(isPublic(`${prefix}${address}`)).toBe(false);
    }),
  );
});

test('hosts match by their whole name, with their port when one is given', () => {
  const list = parseAllowList(['Bank.Example', 'erp.local:8443', 'bücher.example', 'single']);
  expect(list.namesHost('bank.example', 443)).toBe(true);
  expect(list.namesHost('bank.example.', 80)).toBe(true);
  expect(list.namesHost('a.bank.example', 443)).toBe(false);
  expect(list.namesHost('bank.example.evil', 443)).toBe(false);
  expect(list.namesHost('erp.local', 8443)).toBe(true);
  expect(list.namesHost('erp.local', 443)).toBe(false);
  expect(list.namesHost('xn--bcher-kva.example', 443)).toBe(true);
  expect(list.namesHost('single', 1)).toBe(true);
});

test('addresses match by range, family and port', () => {
  const list = parseAllowList(['10.0.0.0/8', '192.168.1.5', '192.168.1.6:8443', 'fd00::/8', '[2001:db8::1]:99', '::1']);
  const names = (text: string, port = 443) => list.namesAddress(parseAddress(text)!, port);
  expect([names('10.255.0.1'), names('11.0.0.1'), names('::ffff:10.0.0.1')]).toEqual([true, false, true]);
  expect([names('192.168.1.5', 1), names('192.168.1.6'), names('192.168.1.6', 8443)]).toEqual([true, false, true]);
  expect([names('fd12::1'), names('fe80::1'), names('::1'), names('::2')]).toEqual([true, false, true, false]);
  expect([names('2001:db8::1', 99), names('2001:db8::1', 98)]).toEqual([true, false]);
});

test.each([
  '',
  ' ',
  '*.example.com',
  'https://bank.example',
  'bank.example/path',
  'bank.example:0',
  'bank.example:70000',
  '10.0.0.0/33',
  '10.0/8',
  '127.1',
  '2130706433',
  '0x7f.1',
  'a b',
  '[::1',
  '-a.example',
  'user@host',
  '10.0.0.1/',
  'fd00::/129',
  'a..b',
])('refuses the entry "%s"', (entry) => {
  expect(() => parseAllowList(['bank.example', entry])).toThrow(expect.objectContaining({ code: 'invalid_request' }));
});
