import { LockKeyhole } from 'lucide-react';

/** What a confidential source is called where it is not named: it leads nowhere. */
export function MaskedName({ title }: { title: string }) {
  return (
    <span className="whitespace-nowrap">
      <LockKeyhole aria-hidden="true" className="me-1 inline-block size-3.5 align-[-0.125em] text-soft" />
      {title}
    </span>
  );
}
