'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useLocalDay } from '#components/sources/source-line.ts';
import { OutwardLink } from '#components/ui/Outward.tsx';
import type { CaptureDTO, DetailsDTO } from '#lib/sources/types-captures.ts';
import { shortAddress, useKind, useSize } from './words.ts';

/** Where a capture came from and what it is; and what was read off it of the document itself, with where each stood. */
export function CaptureFacts({ capture, details }: { capture: CaptureDTO; details: DetailsDTO | null }) {
  const t = useTranslations('captures');
  const format = useFormatter();
  const sizeOf = useSize();
  const kindOf = useKind();
  const { takenAt, takenBy, takenFrom, askedFor, fileName, size, sha256, reading, stamp, archived } = capture;
  const facts: readonly Fact[] = [
    [t('takenAt'), <span key="at">{format.dateTime(new Date(takenAt), 'moment')}</span>],
    [t('takenByLabel'), takenBy?.name ?? t('byDesk')],
    [t('file'), fileName],
    [t('takenFrom'), takenFrom && <Address address={takenFrom} />],
    [t('askedFor'), askedFor !== takenFrom && askedFor && <Address address={askedFor} />],
    [t('what'), t('kindAndSize', { kind: kindOf(capture), size: sizeOf(size) })],
    [
      t('sha256'),
      <code key="sha" className="text-xs">
        {sha256}
      </code>,
    ],
    [
      t('archived'),
      archived && (
        <OutwardLink key="archived" href={archived.address}>
          {t('copyOf', { when: format.dateTime(new Date(archived.at), 'moment') })}
        </OutwardLink>
      ),
    ],
    [t('stamped'), stamp && `${stamp.by}, ${format.dateTime(new Date(stamp.at), 'moment')}`],
  ];
  return (
    <>
      <section aria-labelledby="facts">
        <Heading id="facts">{t('facts')}</Heading>
        <Facts facts={facts} />
      </section>
      {details ? (
        <section aria-labelledby="details">
          <Heading id="details">{t('details')}</Heading>
          <Details details={details} />
          {reading ? (
            <p className="mt-2.5 text-xs text-soft">{t('reader', { version: reading.readerVersion })}</p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

export const Heading = ({ id, children }: { id: string; children: ReactNode }) => (
  <h2 id={id} className="mb-2 text-sm font-semibold text-soft">
    {children}
  </h2>
);

type Fact = readonly [label: string, value: ReactNode];

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="flex flex-col gap-2.5 text-sm">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-soft">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Details({ details: { identifiers, ...details } }: { details: DetailsDTO }) {
  const t = useTranslations('captures');
  const dayOf = useLocalDay();
  const day = (detail: DetailsDTO['publishedOn']) => detail && { ...detail, value: dayOf(detail.value) };
  const read = {
    title: details.title,
    author: details.author,
    publisher: details.publisher,
    publishedOn: day(details.publishedOn),
    updatedOn: day(details.changedOn),
    link: details.link,
    doi: identifiers.doi,
    isbn: identifiers.isbn,
    language: details.language,
  } as const;
  const fields = [
    'title',
    'author',
    'publisher',
    'publishedOn',
    'updatedOn',
    'link',
    'doi',
    'isbn',
    'language',
  ] as const;
  const facts = fields.flatMap((field): Fact[] => {
    const detail = read[field];
    if (!detail) return [];
    const from = t('from', { from: detail.from.replaceAll('-', '') });
    return [
      [
        t(`fields.${field}`),
        <span key={field}>
          {detail.value} <span className="block text-xs text-soft">{from}</span>
        </span>,
      ],
    ];
  });
  return facts.length === 0 ? <p className="text-sm text-soft">{t('noDetails')}</p> : <Facts facts={facts} />;
}

const Address = ({ address }: { address: string }) => <OutwardLink href={address}>{shortAddress(address)}</OutwardLink>;
