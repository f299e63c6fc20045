import type { Formats } from 'next-intl';

/** The few shapes in which dates and numbers appear; screens name one of these and write no options of their own. */
export const formats = {
  dateTime: {
    day: { day: 'numeric', month: 'long', year: 'numeric' },
    dayShort: { day: 'numeric', month: 'short', year: 'numeric' },
    time: { hour: '2-digit', minute: '2-digit' },
    moment: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  },
  number: {
    whole: { maximumFractionDigits: 0 },
    coefficient: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
    percent: { style: 'percent', maximumFractionDigits: 0 },
  },
} satisfies Formats;
