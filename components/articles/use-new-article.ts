'use client';

import { useRouter } from 'next/navigation';
import { useTimeZone, useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { useDraft } from '#components/galley/use-draft.ts';
import { toast } from '#components/ui/toast.ts';
import { instantOf } from '#lib/articles/rules.ts';
import type { Refused } from '#lib/platform/result.ts';
import { addLinkedArticle } from '#lib/revisions/actions-arrival.ts';
import { linkIn } from '#lib/revisions/rules-arrival.ts';
import { MAX_ARTICLE_LENGTH } from '#lib/revisions/rules-text.ts';
import type { FoundInFile, ReadTextDTO } from '#lib/revisions/types.ts';
import type { SecondReaderMode } from '#lib/settings/types.ts';
import { type ArticleDetails, noDetails } from './ArticleFields.tsx';
import { type Answer, postForm, readFile, readText, type Taking } from './post.ts';

const GUESSED = ['headline', 'outlet', 'byline', 'publishedOn', 'link'] as const;
type Known = NonNullable<ReadTextDTO['known']>;
/** `claims`: null where the text is read by a job, left out where it is fetched first. */
type Added = { readonly id: string; readonly claims?: number | null };

export type NewArticleDraft = ArticleDetails & {
  readonly text: string;
  readonly origin: string;
  readonly mode: string;
  readonly access: string;
  readonly memberIds: readonly string[];
  /** Fields that a person has written in: what is read off a text leaves them alone. */
  readonly own: readonly string[];
};

/** The form for a new article: its draft, what the server reads off the text, and the sending of it. */
export function useNewArticle(readerId: string, defaultMode: SecondReaderMode) {
  const t = useTranslations('articles');
  const router = useRouter();
  const timeZone = useTimeZone() ?? 'UTC';
  const initial = useMemo<NewArticleDraft>(
    () => ({ ...noDetails, text: '', origin: 'paste', mode: defaultMode, access: 'desk', memberIds: [], own: [] }),
    [defaultMode],
  );
  const { draft, latest, isDraft, change, clear } = useDraft(`${readerId}:new-article`, initial);
  const [known, setKnown] = useState<Known | null>(null);
  const [language, setLanguage] = useState<string | null>(null);
  const [found, setFound] = useState<FoundInFile | null>(null);
  // The file itself outlives no reload: then the text is saved without it.
  const file = useRef<File | null>(null);
  const [problem, setProblem] = useState<{ readonly refusal: Refused; readonly at: number } | null>(null);
  const [busy, setBusy] = useState<'reading' | 'saving' | null>(null);
  const readFor = useRef<string | null>(null);
  const asked = useRef(0);
  const reading = useRef<Promise<void>>(Promise.resolve());
  const isSaving = useRef(false);

  const link = linkIn(draft.text);

  const refuse = (refusal: Refused | null) => setProblem(refusal && { refusal, at: Date.now() });
  const wrongText = (message: string) => refuse({ ok: false, reason: 'invalid', message, fields: { text: message } });

  function set(part: Partial<ArticleDetails>) {
    change({ ...part, own: [...new Set([...draft.own, ...Object.keys(part)])] });
  }

  const read = (body: File | string, origin: string, taking: Taking = 'accepted'): Promise<void> => {
    reading.current = readNow(body, origin, taking);
    return reading.current;
  };

  /** Has the server read a text: fills what nobody has written in, and says what is known of it. */
  async function readNow(body: File | string, origin: string, taking: Taking) {
    const turn = ++asked.current;
    setBusy('reading');
    const answer = await (typeof body === 'string' ? readText(body, t('connectionLost')) : readFile(body, taking, t));
    if (turn !== asked.current) return;
    setBusy(null);
    if (!answer.ok) {
      if (typeof body !== 'string') refuse(answer);
      return;
    }
    const { text, known: same, language: spoken } = answer.value;
    setKnown(same);
    setLanguage(spoken);
    refuse(null);
    if (typeof body !== 'string') {
      file.current = body;
      setFound(answer.value.found);
    }
    const before = latest.current;
    const guessed = Object.fromEntries(
      GUESSED.filter((name) => !before.own.includes(name)).map((name) => [name, answer.value[name] ?? '']),
    );
    readFor.current = typeof body === 'string' ? body : text;
    change(typeof body === 'string' ? guessed : { text, origin, ...guessed });
    if (typeof body !== 'string' && before.text.trim() !== '' && before.text !== text) {
      toast({ text: t('replaced'), action: { label: t('replacedUndo'), run: () => change(before) } });
    }
  }

  /** A file that was chosen or dropped. */
  const takeFile = (chosen: File) => read(chosen, 'file');

  /** The same file again, its tracked changes taken the other way. */
  function takeChanges(taking: Taking) {
    if (file.current) read(file.current, 'file', taking);
  }
  function leaveFile() {
    file.current = null;
    setFound(null);
  }

  /** Words that were pasted into the empty box. False where they are too many to be taken. */
  function takePaste(pasted: string): boolean {
    if (pasted.length > MAX_ARTICLE_LENGTH) {
      wrongText(t('tooLong', { count: pasted.length, most: MAX_ARTICLE_LENGTH }));
      return false;
    }
    leaveFile();
    change({ text: pasted, origin: 'paste' });
    if (linkIn(pasted) === null) read(pasted, 'paste');
    return true;
  }

  /** The text was written in: what was known of it may no longer hold. */
  function write(text: string) {
    change({ text });
    setKnown(null);
  }
  function leaveText() {
    if (draft.text.trim() !== '' && link === null && draft.text !== readFor.current) read(draft.text, draft.origin);
  }

  async function save() {
    if (isSaving.current) return;
    isSaving.current = true;
    // A press that comes before the text has been read means what is read off it too.
    if (busy !== 'reading') leaveText();
    await reading.current;
    await send();
    isSaving.current = false;
  }

  async function send() {
    if (latest.current.text.trim() === '') {
      wrongText(t('noText'));
      return;
    }
    asked.current++;
    setBusy('saving');
    const sent = latest.current;
    const { own: _, ...details } = sent;
    const fields = { ...details, dueAt: instantOf(sent.dueAt, timeZone) ?? '', evenIfKnown: known !== null };
    const lost = t('connectionLost');
    const sentLink = linkIn(sent.text);
    const answer = await (sentLink === null
      ? postForm<Added>('/api/articles', fields, sent.origin === 'file' ? file.current : null, lost)
      : sendLink({ ...fields, text: undefined, link: sentLink, origin: 'link' }, lost));
    if (answer.ok) {
      clear(sent);
      const { claims } = answer.value;
      toast(claims === undefined ? t('addedLink') : claims === null ? t('addedLong') : t('added', { count: claims }));
      router.push(`/articles/${answer.value.id}`);
      return;
    }
    setBusy(null);
    if (answer.reason === 'conflict' && isKnown(answer.present)) setKnown(answer.present);
    refuse(answer);
  }

  function startOver() {
    const before = draft;
    asked.current++;
    clear();
    setBusy(null);
    setKnown(null);
    setLanguage(null);
    leaveFile();
    refuse(null);
    readFor.current = null;
    toast({ text: t('cleared'), action: { label: t('replacedUndo'), run: () => change(before) } });
  }

  return {
    draft,
    link,
    change,
    set,
    isDraft,
    known,
    isForeign: language !== null && language !== 'en' && language !== 'und',
    problem,
    busy,
    found,
    takeFile,
    takeChanges,
    takePaste,
    write,
    leaveText,
    save,
    startOver,
  };
}

const sendLink = (fields: object, message: string): Promise<Answer<Added>> =>
  addLinkedArticle(fields).catch((): Answer<Added> => ({ ok: false, reason: 'unavailable', message }));

const isKnown = (value: unknown): value is Known =>
  typeof value === 'object' && value !== null && 'id' in value && 'headline' in value;
