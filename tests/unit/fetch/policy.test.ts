import { describe, expect, test } from 'vitest';
import { FETCH_BOUNDS, fetchPolicy } from '#lib/ingest/fetch/index.ts';
import { ConfigurationError, readConfiguration } from '#lib/platform/env.ts';
import { ownNetworks } from '#lib/platform/reach.ts';

describe('the policy', () => {
  test('of an installation without settings reaches nothing inside', () => {
    const { allow, own, userAgent } = fetchPolicy({}, {});
    expect(allow).toEqual([]);
    expect(own).toEqual(ownNetworks());
    expect(userAgent).toContain('compatible; Stet; a fact-checking workbench');
  });
  test('is made of the settings', () => {
    const settings = {
      STET_FETCH_ALLOW: ' wiki.example.org:8090, 10.1.0.0/16,',
      STET_FETCH_ABOUT: 'https://desk.example',
    };
    const policy = fetchPolicy({}, settings);
    expect(policy.allow).toEqual(['wiki.example.org:8090', '10.1.0.0/16']);
    expect(policy.userAgent).toBe('Mozilla/5.0 (compatible; Stet; +https://desk.example)');
    expect(policy).toMatchObject(FETCH_BOUNDS);
  });
  test('takes what is given over what is set', () => {
    expect(fetchPolicy({ mostBytes: 5, allow: [] }, { STET_FETCH_ALLOW: '10.0.0.1' })).toMatchObject({
      mostBytes: 5,
      allow: [],
    });
  });
  test.each(['stet', 'ftp://a.example', 'https://a.example/) (b', 'https://a.example\r\nX: 1'])(
    'names nothing that is no address: %j',
    (STET_FETCH_ABOUT) => expect(() => readConfiguration({ STET_FETCH_ABOUT })).toThrow(ConfigurationError),
  );
});
