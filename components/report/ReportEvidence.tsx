import { useTranslations } from 'next-intl';
import type { ReportEvidence, ReportSaid } from '#lib/exports/model.ts';
import { differenceInWords, quoteWords, saidWords } from '#lib/exports/quote-words.ts';
import { cx } from '../ui/cx.ts';

/** A piece of evidence: its words, how they were found, and whence they are. */
export function Evidence({ item }: { item: ReportEvidence }) {
  const t = useTranslations('report');
  const evidence = useTranslations('evidence');
  const { source } = item;
  const stance =
    item.stance === 'supports' || item.stance === 'refutes' || item.stance === 'context'
      ? evidence(item.stance)
      : t('stanceHidden');
  const whence = [
    source.author,
    source.publisher,
    source.publishedOn,
    source.tier,
    item.locator,
    item.means,
    item.consultedOn,
  ];
  return (
    <li className={cx('grid grid-cols-[2rem_1fr] text-sm', item.withdrawn && 'text-faint')}>
      <span className="figures font-semibold text-soft">[{item.number}]</span>
      <div>
        <p>
          <span className="font-medium">{source.title}</span> · {item.withdrawn ? t('withdrawn') : stance}
        </p>
        {item.working ? <p className="figures font-semibold">{item.working.words}</p> : null}
        {item.quote ? <p className="font-serif">“{item.quote}”</p> : null}
        <Found item={item} />
        {item.note ? <p>{item.note}</p> : null}
        <p className="text-xs text-soft">{whence.filter(Boolean).join(' · ')}</p>
        {source.link ? (
          <p className="text-xs break-all">
            <a href={source.link} rel="noreferrer noopener" className="text-focus hover:underline">
              {source.link}
            </a>
          </p>
        ) : null}
      </div>
    </li>
  );
}

const FOUND = { exact: 'text-stands', broken: 'text-stands', close: 'text-review', not_found: 'text-wrong' } as const;

/** How its words were found in a capture, and in what they differ. */
function Found({ item }: { item: ReportEvidence }) {
  const words = quoteWords(item);
  if (words === null) return null;
  return (
    <p className="text-xs">
      <span className={item.quoteCheck === null ? 'text-soft' : cx('font-semibold', FOUND[item.quoteCheck])}>
        {words}
      </span>
      {item.quoteDifference.length > 0 ? `: ${item.quoteDifference.map(differenceInWords).join('; ')}` : null}
    </p>
  );
}

/** How what the article has in quotation marks stands in its sources. */
export function Said({ said }: { said: readonly ReportSaid[] }) {
  const t = useTranslations('report');
  return said.map((one) => (
    <p key={`${one.evidence} ${one.words}`} className="mt-1 text-sm">
      {t('said')} <span className={FOUND[one.check]}>{saidWords(one)}</span>
    </p>
  ));
}
