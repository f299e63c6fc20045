import { useFormatter, useTranslations } from 'next-intl';
import { REPORT_FORMATS } from '#lib/reports/schema.ts';
import type { ReportRowDTO } from '#lib/reports/types.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Link } from '../ui/Link.tsx';
import { Table, Td, Th } from '../ui/Table.tsx';

const formats = Object.keys(REPORT_FORMATS) as (keyof typeof REPORT_FORMATS)[];

export function ReportList({ reports }: { reports: readonly ReportRowDTO[] }) {
  const t = useTranslations('report');
  const format = useFormatter();
  if (reports.length === 0) return <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>;
  const note = (report: ReportRowDTO) => t('rowNote', { revision: report.revisionNumber, name: report.createdBy });
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('number')}</Th>
          <Th>{t('made')}</Th>
          <Th className="max-phone:hidden">{t('by')}</Th>
          <Th className="max-phone:hidden">{t('onRevision')}</Th>
          <Th>{t('formats')}</Th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.id}>
            <Td className="whitespace-nowrap">
              <Link href={`/reports/${report.id}`}>{t('row', { number: report.number })}</Link>
              {report.chosen === null ? null : (
                <span className="block text-xs text-soft">{t('rowPart', { count: report.chosen })}</span>
              )}
            </Td>
            <Td className="figures max-phone:min-w-28 phone:whitespace-nowrap">
              {format.dateTime(new Date(report.createdAt), 'moment')}
              <span className="block text-xs text-soft phone:hidden">{note(report)}</span>
            </Td>
            <Td className="max-phone:hidden desk:whitespace-nowrap">{report.createdBy}</Td>
            <Td className="figures max-phone:hidden">{report.revisionNumber}</Td>
            <Td>
              <Downloads id={report.id} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The report as files. Plain links: the browser saves what comes. */
export function Downloads({ id }: { id: string }) {
  const t = useTranslations('report');
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
      {formats.map((name) => (
        <a key={name} href={`/api/reports/${id}/${name}`} download className="text-focus hover:underline">
          {t(name)}
        </a>
      ))}
    </span>
  );
}
