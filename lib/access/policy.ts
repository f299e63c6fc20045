import { refuse } from '#lib/platform/result.ts';
import type { Actor, Role } from './types.ts';

/**
 * Who may what. The one table: the code asks it, the settings page and the docs show it. What is not in it is refused.
 * `person` means that only a person in their own session may, never the command line.
 */
export const PERMISSIONS = {
  'article.read': {
    roles: ['viewer', 'reviewer', 'editor', 'admin'],
    says: 'Read the articles they have access to, with claims, evidence, verdicts and history',
  },
  'numbers.read': {
    roles: ['reviewer', 'editor', 'admin'],
    says: 'See the desk’s numbers: how quickly, how much and how alike it judges',
  },
  'numbers.report': {
    roles: ['editor', 'admin'],
    says: 'Report on the desk’s work in a period, of the articles they have access to',
  },
  'numbers.people': { roles: ['editor', 'admin'], says: 'See these numbers by person' },
  'report.export': { roles: ['viewer', 'reviewer', 'editor', 'admin'], says: 'Make and download reports' },
  'claim.edit': {
    roles: ['reviewer', 'editor', 'admin'],
    says: 'Add, edit, split, merge, exclude and restore claims, and take them on',
  },
  'sentence.mark': { roles: ['reviewer', 'editor', 'admin'], says: 'Mark a sentence as having nothing to check' },
  'evidence.edit': {
    roles: ['reviewer', 'editor', 'admin'],
    says: 'Add, edit, merge and archive sources, capture them and check them again, and attach, edit and withdraw evidence',
  },
  'source.confide': {
    roles: ['reviewer', 'editor', 'admin'],
    person: true,
    says: 'Mark sources that are named to them as confidential, and, as the handler of one, say to whom it is named',
  },
  'comment.write': { roles: ['reviewer', 'editor', 'admin'], says: 'Comment, and resolve threads' },
  'verdict.give': {
    roles: ['reviewer', 'editor', 'admin'],
    person: true,
    says: 'Give, supersede and withdraw their own verdicts',
  },
  'verdict.signOff': {
    roles: ['reviewer', 'editor', 'admin'],
    person: true,
    says: 'Sign off verdicts that are not their own',
  },
  'fix.decide': { roles: ['editor', 'admin'], says: 'Accept, refuse and apply suggested wordings' },
  'article.add': {
    roles: ['editor', 'admin'],
    says: 'Add articles, decide on what comes into the inbox, and set the feeds that it reads',
  },
  'article.edit': {
    roles: ['editor', 'admin'],
    says: 'Edit an article’s details and deadline, archive it and bring it back',
  },
  'article.revise': { roles: ['editor', 'admin'], says: 'Bring in new revisions' },
  'article.mode': { roles: ['editor', 'admin'], says: 'Set how second readers work on an article' },
  'article.access': { roles: ['editor', 'admin'], says: 'Name the people who have access to an article' },
  'article.handOn': {
    roles: ['editor', 'admin'],
    says: 'Hand a whole article on to another desk, with its comments and its history',
  },
  'foreign.bring': {
    roles: ['editor', 'admin'],
    says: 'Bring in what other desks and archives have checked, and set it aside',
  },
  'claim.assign': { roles: ['editor', 'admin'], says: 'Assign claims to others' },
  'report.publish': { roles: ['editor', 'admin'], says: 'Publish reports and corrections' },
  'people.manage': { roles: ['admin'], says: 'Invite people, change roles, disable and bring back' },
  'settings.manage': { roles: ['admin'], says: 'Change the desk’s name, time zone, rating scale and rules' },
  'verdict.override': {
    roles: ['admin'],
    person: true,
    says: 'Settle a claim without a second reader, with a reason that the report prints',
  },
  'capture.erase': {
    roles: ['admin'],
    person: true,
    says: 'Erase a capture of a source where the law asks for it',
  },
  'job.manage': { roles: ['admin'], says: 'See and cancel everybody’s work in the background' },
  'history.desk': {
    roles: ['admin'],
    says: 'Read the desk’s own history: people, sign-ins, settings, sources and erasures',
  },
  'history.erase': {
    roles: ['admin'],
    person: true,
    says: 'Erase a detail from the history where the law asks for it',
  },
} as const satisfies Record<string, { roles: readonly Role[]; says: string; person?: true }>;

export type Permission = keyof typeof PERMISSIONS;
/** What a door asks for: a permission, or no more than that somebody has signed in. */
export type Right = Permission | 'signed in';

export function may(actor: Pick<Actor, 'role' | 'kind'>, permission: Permission): boolean {
  const rule: { roles: readonly Role[]; person?: true } = PERMISSIONS[permission];
  return rule.roles.includes(actor.role) && (!rule.person || actor.kind === 'person');
}

export const hasRight = (actor: Pick<Actor, 'role' | 'kind'>, right: Right): boolean =>
  right === 'signed in' || may(actor, right);

/** Refuses with `forbidden` unless the actor may. */
export function assertMay(actor: Actor, right: Right): void {
  if (right !== 'signed in' && !may(actor, right)) {
    refuse('forbidden', 'role-does-not-allow', {
      values: { role: actor.role, right: PERMISSIONS[right].says.toLowerCase() },
    });
  }
}

export const permissionsOf = (actor: Pick<Actor, 'role' | 'kind'>): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(actor, permission));

/** The table for reading: what each right says, whose it is, and whether only a person in their own session has it. */
export const rights = () =>
  Object.entries(PERMISSIONS as Readonly<Record<string, { roles: readonly Role[]; says: string; person?: true }>>).map(
    ([id, { roles, says, person = false }]) => ({ id, says, roles, person }),
  );
