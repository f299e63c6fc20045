/**
 * The lists of words that rules name by %name. Written for Stet from reading news, unless a list says otherwise.
 */
import { COORDINATORS, FACTIVE_NOUNS } from './clauses.ts';
import { CUE_FORMS, PROPOSALS } from './cues.ts';
import { ROLE_NOUNS } from './events.ts';
import { BODY_NOUNS, DOCUMENT_NOUNS, GROUP_NOUNS, PERSON_NOUNS } from './titles.ts';
import { FINITE_AUXILIARIES, MODALS } from './verbs.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const CLASSES: Readonly<Record<string, ReadonlySet<string>>> = {
  // whoever says "we" of the body he has the office in
  officer: words(
    'spokesman spokeswoman spokesperson executive ceo chairman chairwoman chair chairperson president director head founder co-founder owner secretary boss',
  ),
  modal: MODALS,
  auxiliary: FINITE_AUXILIARIES,
  coordinator: COORDINATORS,
  saying: new Set(CUE_FORMS.keys()),
  factive: FACTIVE_NOUNS,
  role: new Set([...ROLE_NOUNS, ...PERSON_NOUNS.keys()]),
  people: GROUP_NOUNS,
  body: BODY_NOUNS,
  document: DOCUMENT_NOUNS,
  proposal: PROPOSALS,
  // what an outlet writes before a headline
  label: words(
    'exclusive breaking update updated watch listen revealed live video analysis opinion comment editorial explainer photos gallery',
  ),
  mark: words(', ; : — -- ( ) " .'),
  pause: words(', ; : — -- ('),
  subject: words('he she it they we i you who there this these those'),
  negator: words("not n't never no none nobody nothing neither nor hardly barely scarcely without cannot"),
};
