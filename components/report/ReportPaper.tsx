import { useFormatter, useTranslations } from 'next-intl';
import { createElement, type ReactNode } from 'react';
import { paper } from '#lib/exports/html/paper.ts';
import type { Node } from '#lib/exports/html/tree.ts';
import type { ReportModel } from '#lib/exports/model.ts';
import { outlineOf } from '#lib/exports/outline/index.ts';
import type { LaterReport } from '#lib/reports/types.ts';
import { Link } from '../ui/Link.tsx';

export type ReportPaperProps = {
  readonly report: {
    readonly model: ReportModel;
    readonly digest: string;
    readonly newerRevision: number | null;
    readonly later: LaterReport | null;
  };
};

/** A frozen report, as its file in HTML has it, and before it what has come since. */
export function ReportPaper({ report }: ReportPaperProps) {
  const t = useTranslations('report');
  return (
    <>
      {report.later ? <Superseded later={report.later} /> : null}
      {report.newerRevision === null ? null : (
        <p className="mb-4 rounded-md border border-stale/60 px-3 py-2 text-sm">
          {t('newer', { number: report.newerRevision })}
        </p>
      )}
      {drawn(paper(outlineOf(report.model, report.digest)), 0)}
    </>
  );
}

/** An element of the report as React draws it. */
function drawn(node: Node, key: number): ReactNode {
  if (typeof node === 'string') return node;
  const { class: className, ...attrs } = node.attrs;
  return createElement(node.tag, { ...attrs, className, key }, ...node.children.map(drawn));
}

/** That another report has taken this one's place, and what was wrong. The report itself stays as it was. */
function Superseded({ later }: { later: LaterReport }) {
  const t = useTranslations('report');
  const format = useFormatter();
  const when = (at: string) => format.dateTime(new Date(at), 'moment');
  return (
    <section className="mb-4 rounded-md border border-wrong/60 px-3 py-2 text-sm">
      <p>
        {t('later', { when: when(later.createdAt) })}{' '}
        <Link href={`/reports/${later.id}`}>{t('row', { number: later.number })}</Link>
      </p>
      {later.corrections.map(({ note, at }) => (
        <p key={at} className="mt-1 font-serif whitespace-pre-line">
          <span className="font-sans text-xs text-soft">{t('correctionOf', { when: when(at) })} </span>
          {note}
        </p>
      ))}
    </section>
  );
}
