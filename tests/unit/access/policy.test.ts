import { describe, expect, test } from 'vitest';
import { mintActor } from '#lib/access/gate.ts';
import { assertMay, may, PERMISSIONS, type Permission, permissionsOf, rights } from '#lib/access/policy.ts';
import { type Actor, ROLES, type Role } from '#lib/access/types.ts';

const actor = (role: Role, kind: Actor['kind'] = 'person') =>
  mintActor({ kind, id: '00000000-0000-7000-8000-00000000000a', name: 'Ana', email: 'ana@example.org', role });

describe('who may what', () => {
  test('each role may all that the one below it may', () => {
    for (const [index, role] of ROLES.entries()) {
      const below = ROLES[index - 1];
      if (below) expect(permissionsOf(actor(role))).toEqual(expect.arrayContaining(permissionsOf(actor(below))));
    }
  });

  test('a viewer reads and exports, no more', () => {
    expect(permissionsOf(actor('viewer'))).toEqual(['article.read', 'report.export']);
  });

  test.each(['verdict.give', 'verdict.signOff', 'verdict.override', 'history.erase'] as const)(
    '%s is for a person in their own session alone',
    (permission) => {
      expect(may(actor('admin'), permission)).toBe(true);
      expect(may(actor('admin', 'token'), permission)).toBe(false);
      expect(may(actor('admin', 'command'), permission)).toBe(false);
    },
  );

  test('what is refused is said in words', () => {
    expect(() => assertMay(actor('reviewer'), 'people.manage')).toThrow('role-does-not-allow');
    expect(() => assertMay(actor('admin'), 'people.manage')).not.toThrow();
  });

  test('the table for reading is the table the code asks', () => {
    expect(rights().map((right) => right.id)).toEqual(Object.keys(PERMISSIONS));
    for (const right of rights()) {
      for (const role of ROLES) {
        expect(right.roles.includes(role)).toBe(may(actor(role), right.id as Permission));
        expect(right.person).toBe(
          may(actor('admin'), right.id as Permission) && !may(actor('admin', 'token'), right.id as Permission),
        );
      }
    }
  });
});
