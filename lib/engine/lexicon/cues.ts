import type { Attribution } from '../types.ts';
import { type VerbForm, verbForms } from './forms.ts';

/**
 * Verbs that report what somebody said, by what they make of it. Hand-written from news prose; a new verb is one word in
 * one of these lists, and an irregular one a line in `forms.ts` as well.
 */
export type CueClass = Attribution['cueClass'];

const LEMMAS: Readonly<Record<CueClass, string>> = {
  say: `say tell add note explain reply respond answer tweet write post ask state announce remark observe comment recall reveal disclose
    shout call describe mention continue conclude declare quip joke testify recount stress emphasize emphasise underline underscore
    elaborate clarify confirm acknowledge admit concede agree repeat reiterate reaffirm urge advise request demand promise pledge vow tout
    propose recommend insist inform exclaim proclaim speak talk retort counter shoot whisper yell cry muse sigh plead boast brag gush
    retweet blog email term label dub characterize characterise phrase quote express interject offer press reason lament marvel
    volunteer summarize summarise begin start sum read swear signal note invite instruct order assure reassure remind scream
    hear caption question enthuse moan deadpan snap chime echo opine thunder fume rant chant boom demur retaliate crow intone grumble growl mutter murmur bellow bark
    sniff snort lecture preach reprise refer allow venture posit relate recite recap hammer lash lob vent message phone
    applaud explain greet apologize apologise rule accept`,
  claim: `claim speculate reckon contend maintain argue allege assert suggest hint imply accuse blame criticize criticise charge complain decry denounce
    condemn slam blast chide scold rebuke lambast mock ridicule attack fault profess purport insinuate cite liken deride bash denigrate admonish excoriate`,
  deny: `deny reject dismiss refute dispute rebut rebuff contradict disavow disown repudiate downplay`,
  warn: `warn caution predict forecast fear expect project estimate threaten anticipate worry foresee`,
  opinion: `believe think feel consider hope wonder praise hail laud applaud welcome credit commend thank know realize realise want
    support back oppose favor favour`,
  document: `report show find indicate document detail list record reflect outline demonstrate`,
};

export type CueForm = {
  readonly lemma: string;
  readonly cueClass: CueClass;
  readonly form: VerbForm;
};

/** Every form of every reporting verb. */
export const CUE_FORMS: ReadonlyMap<string, CueForm> = new Map(
  Object.entries(LEMMAS).flatMap(([cueClass, list]) =>
    list
      .split(/\s+/)
      .flatMap((lemma) =>
        verbForms(lemma).map(([form, kind]): [string, CueForm] => [
          form,
          { lemma, cueClass: cueClass as CueClass, form: kind },
        ]),
      ),
  ),
);

/** What one turns down or backs by a deed: who rejects a claim speaks, who rejects a bill acts. Hand-written from news prose. */
export const PROPOSALS: ReadonlySet<string> = new Set(
  `bill bills plan plans offer offers bid bids proposal proposals appeal appeals application applications request requests deal deals motion motions
   amendment amendments petition petitions treaty takeover merger referendum constitution measure measures law laws budget resolution resolutions
   tax taxes closure closures ban bans project projects scheme schemes agreement nomination nominee candidate candidates ceasefire
   settlement loan loans licence license permit contract contracts tender reform reforms`.split(/\s+/),
);

/** What is done by somebody rather than said, where it stands in the passive: "was agreed by", "was begun by". Hand-written from news prose. */
export const DEEDS: ReadonlySet<string> = new Set(
  'agree accept begin start read press order greet offer phone message refer rule invite instruct release request sign hear allow post question'.split(
    ' ',
  ),
);

/** Verbs that may stand right after a quotation and its speaker: `!" Trump tweeted`. */
export const SAY_AFTER_QUOTE: ReadonlySet<string> = new Set(
  [...CUE_FORMS]
    .filter(([, cue]) => cue.cueClass === 'say' && (cue.form === 'past' || cue.form === 's'))
    .map(([form]) => form),
);
