import type { Actor } from '#lib/access/types.ts';
import { refuse } from '#lib/platform/result.ts';

/** Refuses where the one who acts is the one it is done to. The command line is nobody, and may. */
export function assertNotSelf(actor: Pick<Actor, 'id'>, personId: string, why: 'own-role' | 'own-disabling'): void {
  if (actor.id === personId) refuse('forbidden', why);
}

/** Refuses to take the role of admin, or the access, from the last active admin. */
export function assertAdminRemains(activeAdmins: readonly string[], leaving: string): void {
  if (activeAdmins.includes(leaving) && activeAdmins.length === 1) refuse('conflict', 'last-admin');
}

/** Where a sign-in leads: the path asked for where it is one of ours, else the desk. */
export function pathAfterSignIn(next: string | undefined): string {
  if (!next?.startsWith('/')) return '/';
  // Browsers read "//host" and "/\\host" as another site.
  const here = 'http://stet.invalid';
  const url = URL.canParse(next, here) ? new URL(next, here) : null;
  if (url?.origin !== here || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-in')) return '/';
  return url.pathname + url.search + url.hash;
}
