import type { ReportModel } from './model.ts';

/** The frozen report itself, set for reading, with the digest that its canonical form has. */
export function renderJson(report: ReportModel, digest: string): string {
  return `${JSON.stringify({ ...report, digest }, null, 2)}\n`;
}
