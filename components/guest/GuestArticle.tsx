'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { BlockDTO } from '#lib/articles/types.ts';
import type { GuestPageDTO, GuestQuestionDTO } from '#lib/workbench/types-guest.ts';
import { announce } from '../ui/announce.ts';
import { GuestLive } from './GuestLive.tsx';
import { GuestQuestion } from './GuestQuestion.tsx';
import { type GuestPiece, guestPieces, inPlace, keysOf } from './pieces.ts';
import { StripToken } from './StripToken.tsx';
import { Unsent } from './Unsent.tsx';

type Props = { readonly page: GuestPageDTO; readonly mark: string };

/** All that a guest sees: the questions to them, and the text that these are about; what the desk changes of it comes in place. */
export function GuestArticle({ page: shown, mark }: Props) {
  const t = useTranslations('guest');
  const format = useFormatter();
  const [first] = useState(shown);
  const questions = useInPlace(shown.questions, first.questions);
  const page = { ...shown, questions };
  const { desk, name, until, linkId } = page;
  const open = questions.filter(({ isClosed }) => !isClosed).length;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pb-16 phone:px-6">
      <StripToken />
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-b border-rule py-3.5 text-sm">
        <p className="font-semibold">{desk}</p>
        <p className="text-soft">{t('for', { name, when: format.dateTime(new Date(until), 'moment') })}</p>
        <GuestLive linkId={linkId} mark={mark} />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mt-6 grid gap-x-12 gap-y-10 outline-none page:grid-cols-[minmax(0,1fr)_22rem]"
      >
        <section aria-labelledby="questions" className="page:order-2">
          <div className="page:sticky page:top-6 page:max-h-[calc(100dvh-3rem)] page:overflow-y-auto">
            <h2 id="questions" className="font-serif text-2xl font-semibold">
              {t('questions', { count: open })}
            </h2>
            {questions.length === 0 ? <p className="mt-2 text-sm text-soft">{t('none')}</p> : null}
            <ol className="mt-3 flex flex-col gap-4">
              {questions.map((question, i) => (
                <li key={question.id} id={`question-${i + 1}`} tabIndex={-1} className="scroll-mt-4">
                  <GuestQuestion
                    linkId={linkId}
                    number={i + 1}
                    question={question}
                    isNew={!first.questions.some(({ id }) => id === question.id)}
                  />
                </li>
              ))}
            </ol>
            {questions.length === 0 ? null : <p className="mt-4 text-xs text-pretty text-soft">{t('note')}</p>}
            <Unsent linkId={linkId} shown={questions.map(({ id }) => id)} />
          </div>
        </section>
        <GuestText page={page} isChanged={page.text !== first.text} />
      </main>
    </div>
  );
}

/** The questions, each where it was first shown; new ones are said. */
function useInPlace(questions: readonly GuestQuestionDTO[], first: readonly GuestQuestionDTO[]): GuestQuestionDTO[] {
  const t = useTranslations('guest');
  const [order, setOrder] = useState(() => first.map(({ id }) => id));
  const added = questions.filter(({ id }) => !order.includes(id)).map(({ id }) => id);
  if (added.length > 0) setOrder([...order, ...added]);
  const known = order.length;
  const said = useRef(known);
  useEffect(() => {
    if (known > said.current) announce(t('came', { count: known - said.current }));
    said.current = known;
  }, [known, t]);
  return inPlace([...order, ...added], questions);
}

/** How each kind of block is set, where it is not a paragraph. */
const SETTING: Partial<Readonly<Record<BlockDTO['role'], string>>> = {
  headline: 'mt-8 text-xl leading-snug font-semibold',
  standfirst: 'text-lg leading-normal text-soft',
  byline: 'font-sans text-sm text-soft',
  dateline: 'font-sans text-sm text-soft',
  caption: 'border-t border-rule pt-2 font-sans text-sm text-soft',
  figure: 'font-sans text-sm text-soft',
  quote: 'border-s-2 border-rule ps-4',
  'list-item': 'ps-5',
  boilerplate: 'font-sans text-sm text-soft',
};

function GuestText({ page, isChanged }: { readonly page: GuestPageDTO; readonly isChanged: boolean }) {
  const t = useTranslations('guest');
  const { headline, outlet, byline, language, text, blocks, questions } = page;
  const keys = keysOf(blocks.map(({ start, end }) => text.slice(start, end)));
  const [first] = blocks;
  const hasHeadline = first?.role === 'headline';
  return (
    <article
      aria-label={t('text')}
      lang={language}
      dir="auto"
      className="min-w-0 font-serif text-[1.0625rem] leading-[1.7]"
    >
      <p role="status" className={isChanged ? 'mb-4 rounded-md bg-sel px-3 py-2 font-sans text-sm' : 'sr-only'}>
        {isChanged ? t('textChanged') : null}
      </p>
      {outlet === null ? null : <p className="font-sans text-sm text-soft">{outlet}</p>}
      {hasHeadline ? null : <h1 className={HEADLINE}>{headline}</h1>}
      {byline === null || blocks.some(({ role }) => role === 'byline') ? null : (
        <p className="mb-4 font-sans text-sm text-soft">{byline}</p>
      )}
      {blocks.map((block, i) => {
        const isTitle = hasHeadline && block === first;
        const Element = isTitle ? 'h1' : 'p';
        return (
          <Element
            key={keys[i]}
            className={isTitle ? HEADLINE : `mb-4 whitespace-pre-line wrap-anywhere ${SETTING[block.role] ?? ''}`}
          >
            {guestPieces(block, questions).map((piece) => (
              <Piece key={piece.start} piece={piece} text={text.slice(piece.start, piece.end)} />
            ))}
          </Element>
        );
      })}
    </article>
  );
}

const HEADLINE = 'mb-3 text-3xl leading-tight font-semibold tracking-[-0.012em] text-balance';

/** Words that a question is about are marked, and its number stands where they end. */
function Piece({ piece: { numbers, ends }, text }: { readonly piece: GuestPiece; readonly text: string }) {
  const t = useTranslations('guest');
  return (
    <>
      {numbers.length === 0 ? text : <mark className="rounded-sm bg-sel text-ink decoration-clone">{text}</mark>}
      {ends.map((number) => (
        <a
          key={number}
          id={`words-${number}`}
          href={`#question-${number}`}
          aria-label={t('toQuestion', { number })}
          className="figures mx-0.5 inline-block scroll-mt-24 rounded-full bg-ink px-1.5 align-[0.1em] font-sans text-[0.6875rem] leading-[1.15rem] font-semibold text-sheet no-underline"
        >
          {number}
        </a>
      ))}
    </>
  );
}
