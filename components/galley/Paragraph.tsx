'use client';

import { memo, useMemo } from 'react';
import type { BlockRole } from '#lib/engine/types.ts';
import { stretchesIn } from '../comments/place.ts';
import { cx } from '../ui/cx.ts';
import { claimClass } from '../ui/states.ts';
import { MarginMarks } from './MarginMarks.tsx';
import { ScopeHandles } from './ScopeHandles.tsx';
import { isPlaced, lineDepths, type Segment, segmentsOf } from './segments.ts';
import { rangeOf, type Shown } from './slips.ts';
import { useBench, useWorkbench } from './store-context.tsx';
import { TalkMark } from './TalkMark.tsx';

/** How each kind of block is set. Boilerplate is small, apart and unmarked; a caption looks like a caption. */
const setting: Readonly<Record<BlockRole, string>> = {
  headline: 'galley-headline',
  standfirst: 'galley-standfirst',
  byline: 'galley-byline',
  dateline: 'galley-dateline',
  paragraph: 'galley-p',
  quote: 'galley-p galley-quote',
  'list-item': 'galley-p galley-item',
  table: 'galley-p galley-table',
  caption: 'galley-caption',
  figure: 'galley-figure',
  advice: 'galley-p galley-advice',
  note: 'galley-p galley-note',
  boilerplate: 'galley-boilerplate',
};

type ParagraphProps = {
  readonly index: number;
  readonly number: number | null;
  /** Whether the block stands in the head of the piece, where byline, outlet and date share a line. */
  readonly isHead: boolean;
  readonly shown: Shown;
};

/** One block of the article, set like print, its claims underlined in place. */
export const Paragraph = memo(function Paragraph({ index, number, isHead, shown }: ParagraphProps) {
  const { revision, reader, article } = useBench();
  const { text, sentences } = revision;
  const block = revision.blocks[index];
  const range = useMemo(() => rangeOf(block, sentences), [block, sentences]);
  const { claims, flags, selectedId, inHand, many, taken, rescope } = shown;
  const said = useWorkbench((state) => state.bench.talk);
  const talk = useMemo(() => (block ? stretchesIn(said, block) : []), [said, block]);

  const drawn = useMemo(
    () =>
      rescope
        ? claims.map((claim) =>
            claim.id === rescope.id ? { ...claim, start: rescope.start, end: rescope.end } : claim,
          )
        : claims,
    [claims, rescope],
  );
  const segments = useMemo(
    () =>
      block
        ? segmentsOf(
            block,
            drawn.filter(isPlaced),
            sentences.slice(range.first, range.first + range.count),
            range.first,
            talk,
          )
        : [],
    [block, drawn, sentences, range, talk],
  );
  const depths = useMemo(() => lineDepths(drawn, selectedId), [drawn, selectedId]);
  const mayRescope = reader.may.includes('claim.edit') && !article.archived;
  const inHandClaim = selectedId === null ? undefined : drawn.find((claim) => claim.id === selectedId);
  if (!block) return null;
  const Element = block.role === 'headline' && index === 0 ? 'h1' : 'p';
  return (
    <div className={cx('galley-block', setting[block.role], isHead && 'galley-head')} data-block={index}>
      {number === null ? null : (
        <span aria-hidden="true" className="galley-number figures">
          {number}
        </span>
      )}
      <Element className="galley-text">
        {segments.map((segment) => (
          <Words
            key={segment.start}
            segment={segment}
            text={text.slice(segment.start, segment.end)}
            flag={segment.sentence < 0 ? '1' : (flags[segment.sentence - range.first] ?? '1')}
            isFirst={segment.start === sentences[segment.sentence]?.start}
            isInHand={
              selectedId === null && inHand !== null && segment.sentence >= inHand && segment.sentence < inHand + many
            }
            selectedId={selectedId}
            taken={taken}
            depths={depths}
          />
        ))}
      </Element>
      <MarginMarks claims={drawn} selectedId={selectedId} />
      {talk.length > 0 ? <TalkMark count={talk.length} /> : null}
      {inHandClaim && mayRescope ? <ScopeHandles claim={inHandClaim} block={block} /> : null}
    </div>
  );
});

type WordsProps = {
  readonly segment: Segment;
  readonly text: string;
  /** Where the reading of its sentence stands, as `Shown.flags` has it. */
  readonly flag: string;
  /** The sentence begins with it. */
  readonly isFirst: boolean;
  readonly isInHand: boolean;
  readonly selectedId: string | null;
  /** Ids of the block's claims that are taken. */
  readonly taken: string;
  readonly depths: ReadonlyMap<string, number>;
};

function Words({ segment, text, flag, isFirst, isInHand, selectedId, taken, depths }: WordsProps) {
  let drawn = (
    <span
      data-at={segment.start}
      className={cx(
        flag === '0' && 'unread',
        flag === 'm' && (isFirst ? 'minor-only minor-first' : 'minor-only'),
        isInHand && 'sentence-in-hand',
        segment.isTalk && 'talk-words',
      )}
    >
      {text}
    </span>
  );
  for (const claim of [...segment.claims].reverse()) {
    drawn = (
      <span
        data-claim={claim.id}
        data-first={claim.start === segment.start ? '' : undefined}
        className={cx(
          claimClass(claim.mark),
          `tier-${claim.tier}`,
          claim.id === selectedId && 'claim-selected',
          taken.includes(claim.id) && 'claim-taken',
        )}
        style={{ '--claim-depth': depths.get(claim.id) ?? 0 }}
      >
        {drawn}
      </span>
    );
  }
  return drawn;
}
