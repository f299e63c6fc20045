import type { ReportUnmet } from './model.ts';

const OPENED: Readonly<Record<number, string>> = {
  0: 'no piece was by both',
  1: 'one piece was by both, others were not',
};

/** An unmet rule in words. */
export function unmetWords({ rule, has }: ReportUnmet): string {
  switch (rule) {
    case 'figure':
      return `A figure needs a primary source or two independent secondary ones: there ${has === 0 ? 'was none' : 'was one secondary'}`;
    case 'quotation':
      return `A quotation needs a recording, a transcript or a document: there was ${has === 0 ? 'no evidence' : 'none among the evidence that holds the words quoted from it'}`;
    case 'misdeed':
      return 'A misdeed of somebody living needs two people: one answered for it';
    case 'opened':
      return `Evidence that a verdict cites has to be opened by its author and its signer: ${OPENED[has] ?? `${has} pieces were by both, others were not`}`;
  }
}
