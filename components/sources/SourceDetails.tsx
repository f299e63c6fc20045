import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#components/ui/Link.tsx';
import { OutwardLink } from '#components/ui/Outward.tsx';
import type { SourceDTO, SourceNameDTO } from '#lib/sources/types.ts';
import { useLocalDay } from './source-line.ts';

export type SourceDetailsProps = {
  readonly source: SourceDTO;
  readonly archived: boolean;
  readonly shared: boolean;
  readonly sameOrigin: readonly SourceNameDTO[];
};

/** What is known of a source beside what the line under its title says. */
export function SourceDetails({ source, archived, shared, sameOrigin }: SourceDetailsProps) {
  const t = useTranslations('sources');
  const words = useTranslations('evidence');
  const dayOf = useLocalDay();
  const day = (value: string | null) => value && <span className="figures">{dayOf(value)}</span>;
  const out = (address: string | null, label = address) => address && <OutwardLink href={address}>{label}</OutwardLink>;
  const rows: readonly (readonly [label: string, value: ReactNode])[] = [
    [words('updatedOn'), day(source.updatedOn)],
    [words('link'), out(source.link)],
    [words('accessedOn'), day(source.accessedOn)],
    [words('archiveLink'), out(source.archiveLink)],
    [words('doi'), out(source.doi && `https://doi.org/${source.doi}`, source.doi)],
    [words('isbn'), source.isbn && <span className="figures">{source.isbn}</span>],
    [words('origin'), source.origin && <Origin origin={source.origin} others={sameOrigin} />],
    [words('note'), source.note && <span className="whitespace-pre-line">{source.note}</span>],
  ];
  const said = rows.filter(([, value]) => value);
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {archived ? <Note>{t('archivedNote')}</Note> : null}
      {shared ? <Note>{t('sharedNote')}</Note> : null}
      {said.length === 0 ? null : (
        <dl className="flex flex-col gap-2.5 text-sm">
          {said.map(([label, value]) => (
            <div key={label}>
              <dt className="text-xs text-soft">{label}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <p className="rounded-md bg-wash px-3 py-2 text-sm text-pretty">{children}</p>
);

/** Whose words they are, and what else holds the same: all of it counts once. */
function Origin({ origin, others }: { origin: string; others: readonly SourceNameDTO[] }) {
  const t = useTranslations('sources');
  if (others.length === 0) return origin;
  return (
    <>
      {origin}
      <span className="mt-1 block text-xs text-soft">{t('counts')}</span>
      <ul>
        {others.map(({ id, title }) => (
          <li key={id}>
            <Link href={`/sources/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
