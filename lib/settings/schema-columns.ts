import { z } from 'zod';
import { column } from '#lib/platform/column.ts';
import { type DeskRules, RULE_STRENGTHS } from './types.ts';

const strength = z.enum(RULE_STRENGTHS);
/**
 * `settings.rules`. What a desk has not chosen is as a magazine would choose it, and stops no work that is under way: figures, quotations and what nobody has opened are warned of;
 * of a claim that a person has flagged as a misdeed of somebody living, two people answer for the verdict.
 */
const rulesSchema: z.ZodType<DeskRules> = z.object({
  figure: strength.default('warn'),
  quotation: strength.default('warn'),
  misdeed: strength.default('refuse'),
  opened: strength.default('warn'),
});
export const rulesColumn = column(rulesSchema);
