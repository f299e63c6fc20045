/** One line of the evaluation's report. */
export type Row = { measure: string; value: number; target: string; note?: string };
