'use client';

import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { initials } from '#components/ui/initials.ts';
import type { PresentDTO } from '#lib/live/types.ts';
import { useWorkbench } from './store-context.tsx';

/** Room for so many in the header; the others are a number. */
const SHOWN = 4;

/** A person by their initials, drawn and not written: what it means stands beside it in words. */
function Face({ person, className }: { person: PresentDTO; className?: string }) {
  return (
    <span
      aria-hidden="true"
      title={person.name}
      data-initials={initials(person.name)}
      data-here={person.id}
      className={cx(
        'grid place-items-center rounded-full bg-sel font-semibold text-ink before:content-[attr(data-initials)]',
        className,
      )}
    />
  );
}

/** Who else has the article before them. */
export function HereList() {
  const t = useTranslations('galley');
  const here = useWorkbench((state) => state.here);
  if (here.length === 0) return null;
  const names = here.map(({ name }) => name).join(', ');
  return (
    <span className="hidden items-center gap-1 page:flex" title={t('hereToo', { count: here.length, names })}>
      <span className="sr-only">{t('hereToo', { count: here.length, names })}</span>
      {here.slice(0, SHOWN).map((person) => (
        <Face key={person.id} person={person} className="size-6.5 text-2xs" />
      ))}
      {here.length > SHOWN ? <span className="figures ms-1 text-xs text-soft">+{here.length - SHOWN}</span> : null}
    </span>
  );
}

/** Who else has this claim in hand, and who of them writes a verdict on it: in a line that is there anyway, so that nothing moves. */
export function HereOnClaim({ claimId }: { claimId: string }) {
  const t = useTranslations('galley');
  const people = useWorkbench((state) => state.here).filter((person) => person.claimId === claimId);
  if (people.length === 0) return null;
  const [writers, others] = [people.filter(({ writes }) => writes), people.filter(({ writes }) => !writes)];
  const names = (of: readonly PresentDTO[]) => of.map(({ name }) => name).join(', ');
  const faces = (of: readonly PresentDTO[]) =>
    of
      .slice(0, SHOWN)
      .map((person) => <Face key={person.id} person={person} className="size-5 shrink-0 text-[0.5625rem]" />);
  return (
    <span className="ms-1 flex min-w-0 items-center gap-1 text-xs text-soft">
      {faces(writers)}
      {writers.length > 0 ? (
        <>
          <span className="sr-only">{t('hereWriting', { count: writers.length, names: names(writers) })}</span>
          <span aria-hidden="true" className="truncate">
            {t('hereWrites')}
          </span>
        </>
      ) : null}
      {faces(others)}
      {others.length > 0 ? (
        <span className="sr-only">{t('hereOnClaim', { count: others.length, names: names(others) })}</span>
      ) : null}
    </span>
  );
}

/** The initials in the margin, at the line where the claims begin that others have in hand. */
export function HereInMargin({ claimIds }: { claimIds: readonly string[] }) {
  const t = useTranslations('galley');
  const people = useWorkbench((state) => state.here).filter(
    ({ claimId }) => claimId !== null && claimIds.includes(claimId),
  );
  const [first] = people;
  if (!first) return null;
  const names = people.map(({ name }) => name).join(', ');
  return (
    <span className="galley-here" title={t('hereOnClaim', { count: people.length, names })}>
      <Face person={first} className="size-4.5 text-[0.5rem]" />
      {people.length > 1 ? <span aria-hidden="true">+{people.length - 1}</span> : null}
    </span>
  );
}
