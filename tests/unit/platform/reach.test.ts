import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigurationError, readConfiguration } from '#lib/platform/env.ts';
import { isAllowEntry, mayBePort, objectionTo, ownNetworks, reachOf } from '#lib/platform/reach.ts';

const nothing = reachOf([], []);
const asked = (address: string, port = 443, host = 'example.org') => ({ host, port, address });

describe('an address', () => {
  test.each([
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['loopback, another', '127.255.255.254'],
    ['private, A', '10.0.0.1'],
    ['private, B', '172.16.0.1'],
    ['private, B, the last', '172.31.255.255'],
    ['private, C', '192.168.1.1'],
    ['link-local: where clouds tell a machine its secrets', '169.254.169.254'],
    ['of a carrier’s network, where another cloud does', '100.100.100.200'],
    ['of a carrier’s network, the last', '100.127.255.255'],
    ['for protocols', '192.0.0.192'],
    ['documentation 1', '192.0.2.1'],
    ['documentation 2', '198.51.100.1'],
    ['documentation 3', '203.0.113.1'],
    ['6to4 relays', '192.88.99.1'],
    ['AS112', '192.31.196.1'],
    ['AS112, directly', '192.175.48.1'],
    ['AMT', '192.52.193.1'],
    ['benchmarking', '198.18.0.1'],
    ['benchmarking, the last', '198.19.255.255'],
    ['multicast', '224.0.0.1'],
    ['multicast, the last', '239.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['public by its number, and the host of a guest in a cloud', '168.63.129.16'],
    ['unspecified, 6', '::'],
    ['loopback, 6', '::1'],
    ['link-local, 6', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['unique-local', 'fc00::1'],
    ['unique-local, where a cloud tells a machine its secrets', 'fd00:ec2::254'],
    ['multicast, 6', 'ff02::1'],
    ['discard', '100::1'],
    ['documentation, 6', '2001:db8::1'],
    ['documentation, 6, the new one', '3fff::1'],
    ['benchmarking, 6', '2001:2::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['ORCHID', '2001:20::1'],
    ['6to4 of a private one', '2002:a00:1::1'],
    ['6to4 of a public one', '2002:808:808::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped loopback, in hexadecimals', '::ffff:7f00:1'],
    ['mapped link-local', '::ffff:169.254.169.254'],
    ['compatible loopback', '::7f00:1'],
    ['compatible public', '::808:808'],
    ['translated', '::ffff:0:7f00:1'],
    ['NAT64 of a private one', '64:ff9b::10.0.0.1'],
    ['NAT64 of link-local', '64:ff9b::a9fe:a9fe'],
    ['NAT64 of one’s own', '64:ff9b:1::808:808'],
    ['ISATAP of a private one', '2a00:1450::5efe:10.0.0.1'],
    ['ISATAP with the universal bit', '2a00:1450::200:5efe:a00:1'],
    ['segment routing', '5f00::1'],
    ['not given out yet', '4000::1'],
    ['no address at all', 'localhost'],
    ['none', ''],
    ['a number that some would read as one', '2130706433'],
    ['short', '127.1'],
    ['octal', '0177.0.0.1'],
  ])('that is %s is not asked: %s', (_, address) => expect(objectionTo(asked(address), nothing)).toBe('inside'));

  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.216.34',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '168.63.129.15',
    '223.255.255.255',
    '2606:2800:220:1:248:1893:25c8:1946',
    '2a00:1450:4001:81b::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('of the public internet is: %s', (address) => expect(objectionTo(asked(address), nothing)).toBeNull());

  test('is refused as it is when it is mapped or translated', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const plain = objectionTo(asked(address), nothing);
        expect(objectionTo(asked(`::ffff:${address}`), nothing)).toBe(plain);
        expect(objectionTo(asked(`64:ff9b::${address}`), nothing)).toBe(plain);
      }),
    );
  });

  test('in a network that this machine stands in is not asked', () => {
    const own = reachOf([], ['93.184.216.0/24', '2606:2800:220:1::5/64']);
    expect(objectionTo(asked('93.184.216.34'), own)).toBe('inside');
    expect(objectionTo(asked('2606:2800:220:1:248:1893:25c8:1946'), own)).toBe('inside');
    expect(objectionTo(asked('93.184.217.34'), own)).toBeNull();
    expect(objectionTo(asked('93.184.216.34'), reachOf(['93.184.216.34'], ['93.184.216.0/24']))).toBeNull();
  });
  test('of this machine’s networks is known', () => {
    expect(ownNetworks()).toContain('127.0.0.1/8');
    expect(reachOf([], ownNetworks()).own.length).toBe(ownNetworks().length);
  });
});

describe('a port', () => {
  test.each([80, 443, 8080, 8443])('of the web is asked: %i', (port) =>
    expect(objectionTo(asked('8.8.8.8', port), nothing)).toBeNull(),
  );
  test.each([1, 21, 22, 25, 53, 110, 143, 445, 587, 993, 2375, 3000, 3306, 5432, 6379, 8081, 9200, 11211, 27017])(
    'of something else is not: %i',
    (port) => {
      expect(objectionTo(asked('8.8.8.8', port), nothing)).toBe('port');
      expect(mayBePort(nothing, port)).toBe(false);
    },
  );
});

describe('an allow-list', () => {
  test.each([
    ['a host', 'wiki.example.org', asked('10.0.0.5', 443, 'wiki.example.org'), true],
    ['a host, and not one below it', 'wiki.example.org', asked('10.0.0.5', 443, 'a.wiki.example.org'), false],
    [
      'a host, and not one whose name ends the same',
      'wiki.example.org',
      asked('10.0.0.5', 443, 'evilwiki.example.org'),
      false,
    ],
    ['a host, in another case', 'Wiki.Example.org', asked('10.0.0.5', 443, 'wiki.example.ORG'), true],
    ['a host, and not its other ports', 'wiki.example.org', asked('10.0.0.5', 6379, 'wiki.example.org'), false],
    ['a host at a port', 'wiki.example.org:8090', asked('10.0.0.5', 8090, 'wiki.example.org'), true],
    ['a host at a port, and no other', 'wiki.example.org:8090', asked('10.0.0.5', 443, 'wiki.example.org'), false],
    ['all names under one', '*.example.org', asked('10.0.0.5', 443, 'a.b.example.org'), true],
    ['all names under one, without it', '*.example.org', asked('10.0.0.5', 443, 'example.org'), false],
    ['an address', '10.0.0.5', asked('10.0.0.5'), true],
    ['an address, and not the next', '10.0.0.5', asked('10.0.0.6'), false],
    ['a range', '10.0.0.0/16', asked('10.0.255.1'), true],
    ['a range, and not beyond', '10.0.0.0/16', asked('10.1.0.1'), false],
    ['a range, and the same mapped', '10.0.0.0/16', asked('::ffff:10.0.255.1'), true],
    ['a range at a port', '10.0.0.0/16:9000', asked('10.0.255.1', 9000), true],
    ['a range of version 6', 'fd00:1::/32', asked('fd00:1::5'), true],
    ['a range of version 6 at a port', '[fd00:1::/32]:8090', asked('fd00:1::5', 8090), true],
    ['an address of version 6 at a port', '[fd00:1::5]:8090', asked('fd00:1::5', 8090), true],
    ['everything of version 4, and none of version 6', '0.0.0.0/0', asked('fd00::1'), false],
  ])('opens %s', (_, entry, target, isOpen) => {
    expect(isAllowEntry(entry)).toBe(true);
    expect(objectionTo(target, reachOf([entry], [])) === null).toBe(isOpen);
  });
  test.each([
    '',
    ' ',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0/8',
    '10.0.0.0/8/8',
    '0x7f.1',
    '2130706433',
    'a..b',
    'a b',
    'http://a.b',
    'a.b:0',
    'a.b:65536',
    'a.b/c',
    '*',
    'fe80::1%eth0',
    'user@a.b',
  ])('has no entry “%s”', (entry) => {
    expect(isAllowEntry(entry)).toBe(false);
    expect(() => reachOf([entry], [])).toThrow(RangeError);
  });
  test('that is not right stops the start', () => {
    const read = (STET_FETCH_ALLOW: string) => () => readConfiguration({ STET_FETCH_ALLOW });
    expect(read('wiki.example.org, 10.1.0.0/16,')).not.toThrow();
    expect(read('wiki.example.org 10.1.0.0/16')).toThrow(ConfigurationError);
    expect(read('10.1.0.0/99')).toThrow(/STET_FETCH_ALLOW must be host names/);
  });
});
