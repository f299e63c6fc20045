import { useTranslations } from 'next-intl';
import type { ReportClaim, ReportModel } from '#lib/exports/model.ts';
import { claimClass } from '../ui/states.ts';

type Piece = { readonly start: number; readonly end: number; readonly claim: ReportClaim | null };

/** A block cut at the ends of its claims; where claims overlap, the narrower one is drawn. */
function piecesOf(block: { start: number; end: number }, claims: readonly ReportClaim[]): Piece[] {
  const inside = claims.filter(
    (claim) => claim.start !== null && claim.end !== null && claim.start < block.end && block.start < claim.end,
  );
  const cuts = new Set([block.start, block.end]);
  for (const claim of inside)
    for (const at of [claim.start, claim.end]) if (at !== null && at > block.start && at < block.end) cuts.add(at);
  const edges = [...cuts].sort((a, b) => a - b);
  const size = (claim: ReportClaim) => (claim.end ?? 0) - (claim.start ?? 0);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? block.end;
    const over = inside.filter((claim) => (claim.start ?? 0) <= start && end <= (claim.end ?? 0));
    return { start, end, claim: over.sort((a, b) => size(a) - size(b))[0] ?? null };
  });
}

/** The marked proof: the article with its claims underlined, each leading to its card by its number. */
export function ReportArticle({ model }: { model: ReportModel }) {
  const t = useTranslations('states');
  const { blocks, text, language } = model.article;
  return (
    <div
      lang={language === 'und' ? undefined : language}
      dir="auto"
      className="mt-3 font-serif text-lg leading-relaxed"
    >
      {blocks.map((block) => (
        <p
          key={block.start}
          className={block.role === 'boilerplate' ? 'mb-3 font-sans text-xs text-faint' : 'mb-3 whitespace-pre-line'}
        >
          {piecesOf(block, model.claims).map(({ start, end, claim }) =>
            claim ? (
              <span key={start} className={claimClass(claim.mark)}>
                {text.slice(start, end)}
                {claim.end === end ? (
                  <a
                    href={`#claim-${claim.number}`}
                    aria-label={`${claim.number}, ${t(claim.mark)}`}
                    className="figures text-focus"
                  >
                    <sup>{claim.number}</sup>
                  </a>
                ) : null}
              </span>
            ) : (
              text.slice(start, end)
            ),
          )}
        </p>
      ))}
    </div>
  );
}
