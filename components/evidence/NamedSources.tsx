'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { useSelectClaim } from '#components/galley/use-select.ts';
import { openReader } from '#components/reader/open.ts';
import { useCommands, useKeyHint } from '#components/shell/use-commands.ts';
import { Button } from '#components/ui/Button.tsx';
import { toast } from '#components/ui/toast.ts';
import { VisuallyHidden } from '#components/ui/VisuallyHidden.tsx';
import { attachEvidence } from '#lib/evidence/actions.ts';
import { openLink } from '#lib/sources/actions-captures.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import type { NamedSourceDTO } from '#lib/workbench/types-passages.ts';
import { rememberSource } from './last-source.ts';
import { namedIn, useNamed } from './use-named.ts';

/** What the writer names in a claim's sentence, each to be made a source and attached with one press. */
export function NamedSources({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('evidence');
  const may = useWorkbench(
    (state) => state.bench.reader.may.includes('evidence.edit') && !state.bench.article.archived,
  );
  const sentences = useWorkbench((state) => state.bench.revision.sentences);
  const take = useTake(claim);
  const { hint, ariaKeys } = useKeyHint('evidence.named');
  const all = namedIn(useNamed(), sentences, claim);
  const open = may ? all.filter((named) => !isTaken(named, detail)) : [];
  const [first] = open;
  useCommands({ 'evidence.named': first && !claim.excluded ? () => void take(first) : undefined });
  if (open.length === 0) return null;
  return (
    <section aria-label={t('named')} className="mt-4">
      <h3 className="text-xs font-semibold text-soft">{t('named')}</h3>
      <ul className="mt-1 border-b border-rule">
        {open.map((named) => (
          <li key={keyOf(named)} className="flex items-baseline gap-2 border-t border-rule py-1.5 text-sm">
            <Words named={named} />
            <Button
              size="small"
              variant="link"
              className="-me-2.75"
              data-command={named === first ? 'evidence.named' : undefined}
              hint={named === first ? hint : undefined}
              ariaKeys={named === first ? ariaKeys : undefined}
              onPress={() => void take(named)}
            >
              {t('namedTake')}
              <VisuallyHidden>: {named.text}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All that the writer names in the article; each leads to the claim of its sentence. */
export function NamedList() {
  const t = useTranslations('evidence');
  const select = useSelectClaim();
  const sentences = useWorkbench((state) => state.bench.revision.sentences);
  const claims = useWorkbench((state) => state.claims);
  const order = useWorkbench((state) => state.order);
  const named = useNamed();
  if (named.length === 0) return null;
  const claimOf = (one: NamedSourceDTO) =>
    order.find((id) => {
      const claim = claims.get(id);
      return claim !== undefined && !claim.excluded && namedIn([one], sentences, claim).length > 0;
    });
  return (
    <details className="border-b border-rule py-2 text-sm desk:px-6">
      <summary className="cursor-pointer text-soft">{t('namedAll', { count: named.length })}</summary>
      <ul className="mt-1">
        {named.map((one) => {
          const id = claimOf(one);
          return (
            <li key={keyOf(one)} className="flex items-baseline gap-2 py-1">
              <Words named={one} />
              {id ? (
                <Button size="small" variant="link" className="-me-2.75" onPress={() => select(id)}>
                  {t('namedClaim', { number: claims.get(id)?.number ?? 0 })}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Words({ named: { kind, text, author } }: { named: NamedSourceDTO }) {
  const t = useTranslations('evidence');
  const what = t(`namedKinds.${kind}`);
  return (
    <span className="min-w-0 flex-1 wrap-anywhere">
      {text} <span className="text-xs text-soft">{author ? t('namedBy', { kind: what, author }) : what}</span>
    </span>
  );
}

const keyOf = ({ kind, at, text }: NamedSourceDTO): string => `${kind} ${at} ${text}`;

/** What a source is called that is only told of. */
const titleOf = (text: string): string => text.slice(0, 300).toWellFormed();
const bare = (link: string): string => link.replace(/^https?:\/\/(?:www\.)?|[#?].*$|\/+$/gi, '').toLowerCase();

const isTaken = ({ text, link }: NamedSourceDTO, { evidence }: ClaimDetailDTO): boolean =>
  evidence.some(({ source }) =>
    link === null ? source.title === titleOf(text) : source.link !== null && bare(source.link) === bare(link),
  );

/** Makes a source of what the writer names, attaches it to the claim for now as context, and opens it where it has a page. */
function useTake(claim: ClaimDTO): (named: NamedSourceDTO) => Promise<void> {
  const t = useTranslations('evidence');
  const store = useStore();
  const act = useAct();
  const [isTaking, setTaking] = useState(false);
  return async ({ kind, text, link }) => {
    if (isTaking) return;
    setTaking(true);
    const opened = link === null ? null : await openLink({ link }).catch(() => null);
    if (opened && !opened.ok) toast({ text: opened.message, tone: 'bad' });
    const id = opened?.ok ? opened.value.id : null;
    if (link === null || id !== null) {
      const { reader, article } = store.get().bench;
      const source = id === null ? { fields: { title: titleOf(text), kind: 'document', tier: 'secondary' } } : { id };
      const words = { stance: 'context', aspect: 'content', note: link === null ? null : text };
      await act({
        run: async () => {
          const result = await attachEvidence({
            claimId: claim.id,
            source,
            ...words,
            means: t('namedMeans', { kind }),
          });
          if (result.ok) rememberSource(reader.id, article.id, result.value.source);
          return result;
        },
        says: t('attached'),
      });
      if (id !== null) openReader(store, { sourceId: id, jobId: opened?.ok ? opened.value.jobId : null });
    }
    setTaking(false);
  };
}
