import { useTranslations } from 'next-intl';
import { StanceMark } from '#components/evidence/StanceMark.tsx';
import { ButtonLink, PlainLink } from '#components/ui/Link.tsx';
import { StateMark } from '#components/ui/StateMark.tsx';
import type { SourceUseDTO } from '#lib/sources/types.ts';

export type SourceUsesProps = {
  readonly id: string;
  readonly uses: readonly SourceUseDTO[];
  readonly after: string | null;
  readonly next: string | null;
};

/** What leans on the source, by article: each claim as it stands, and the words it rests on. */
export function SourceUses({ id, uses, after, next }: SourceUsesProps) {
  const t = useTranslations('sources');
  if (uses.length === 0) return <p className="border-t border-rule pt-2.5 text-sm text-soft">{t('noUses')}</p>;
  const articles = [...new Map(uses.map(({ article }) => [article.id, article])).values()];
  return (
    <>
      <ul className="border-b border-rule">
        {articles.map((article) => (
          <li key={article.id} className="border-t border-rule py-3.5">
            <h3 className="font-serif text-lg leading-snug">
              <PlainLink href={`/articles/${article.id}`}>{article.headline}</PlainLink>
            </h3>
            <ul className="mt-1 flex flex-col">
              {uses
                .filter((use) => use.article.id === article.id)
                .map((use) => (
                  <Use key={`${use.claim.id} ${use.number}`} use={use} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {after === null && next === null ? null : (
        <nav aria-label={t('uses')} className="mt-4 flex gap-2">
          {after === null ? null : <ButtonLink href={`/sources/${id}#claims`}>{t('usesFirst')}</ButtonLink>}
          {next === null ? null : <ButtonLink href={`/sources/${id}?after=${next}#claims`}>{t('usesMore')}</ButtonLink>}
        </nav>
      )}
    </>
  );
}

function Use({ use }: { use: SourceUseDTO }) {
  const t = useTranslations('sources');
  const { claim, article } = use;
  return (
    <li className="mt-2 grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2.5 gap-y-0.5">
      <StateMark state={claim.mark} words="said" className="translate-y-1 items-start" />
      <PlainLink
        href={`/articles/${article.id}?claim=${claim.number}#evidence-${use.number}`}
        className="font-serif leading-snug"
      >
        <span className="figures me-1.5 text-xs font-semibold text-soft">
          <span className="sr-only">{t('claim', { number: claim.number })} </span>
          <span aria-hidden="true">{claim.number}</span>
        </span>
        {claim.statement}
      </PlainLink>
      <p className="col-start-2 flex flex-wrap items-baseline gap-x-2 text-xs text-soft">
        <Standing claim={claim} />
        <span aria-hidden="true">·</span>
        <span className="text-sm">
          <StanceMark stance={use.stance} />
        </span>
        {use.locator ? (
          <>
            <span aria-hidden="true">·</span>
            <span>{use.locator}</span>
          </>
        ) : null}
      </p>
      {use.quote ? (
        <blockquote className="col-start-2 line-clamp-3 font-serif text-[0.9375rem] leading-normal text-soft">
          “{use.quote}”
        </blockquote>
      ) : null}
    </li>
  );
}

/** Where the claim stands, in words; what its settled verdict says beside it. */
function Standing({ claim }: Pick<SourceUseDTO, 'claim'>) {
  const t = useTranslations('states');
  return <span>{[t(claim.mark), claim.rating].filter(Boolean).join(': ')}</span>;
}
