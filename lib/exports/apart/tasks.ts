import { type Format, type FrozenReport, outlined, renderHere } from '../formats.ts';
import type { PeriodOutline } from '../period/outline.ts';

type Asked = { readonly report: FrozenReport; readonly format: Format; readonly address: string };

/** What the process that makes files of reports can be asked for. */
export const TASKS = {
  /** A report as a file. The same report gives the same bytes. */
  file: async ({ report, format, address }: Asked): Promise<string | Uint8Array> => {
    if (format !== 'pdf') return renderHere(report, format, address);
    // Machine code, which only the process that sets PDFs may load.
    const { renderPdf } = await import('../pdf/paper.ts');
    return renderPdf(outlined(report));
  },
  /** A report on a period as a PDF. */
  period: async (outline: PeriodOutline): Promise<Uint8Array> =>
    (await import('../pdf/paper.ts')).renderPeriodPaper(outline),
} as const;
