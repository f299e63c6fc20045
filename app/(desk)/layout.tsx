import type { ReactNode } from 'react';
import { SignedInShell } from '#components/people/SignedInShell.tsx';
import { may } from '#lib/access/policy.ts';
import { loadShell } from '#lib/people/loaders.ts';

/** Every page inside asks for the actor itself: a layout does not run again when one goes from page to page. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { actor, links } = await loadShell();
  const { id, name, email, role } = actor;
  return (
    <SignedInShell
      actor={{ id, name, email, role }}
      managesPeople={may(actor, 'people.manage')}
      readsHistory={may(actor, 'history.desk')}
      readsNumbers={may(actor, 'numbers.read')}
      managesJobs={may(actor, 'job.manage')}
      addsArticles={may(actor, 'article.add')}
      links={links}
    >
      {children}
    </SignedInShell>
  );
}
