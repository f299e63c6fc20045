/**
 * Abbreviations that end in a full stop, by what the stop can mean. Collected by hand from agency and newspaper style
 * guides' lists and from ordinary news prose; lower case, without the last stop.
 */

/** Never the end of a sentence: a name or a number follows. */
export const HARD_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms mx dr prof messrs mme mlle rev fr hon pres gov sen sens rep reps amb sec supt insp det sgt cpl pvt pfc lt ltc col gen
   maj capt cmdr adm brig cllr ald atty asst assoc lieut rt revd rear vs v viz cf approx mt ft pte spc cst pc dep def e.g i.e ca c
   st ste`.split(/\s+/),
);

/** Not the end before a figure. */
export const BEFORE_FIGURES: ReadonlySet<string> = new Set(
  `no nos art arts fig figs sec ch chap vol vols p pp par para eq ver jan feb mar apr jun jul aug sept sep oct nov dec tel ext est
   n° rs`.split(/\s+/),
);

/** The end of a sentence only where the next word looks like the beginning of one. */
export const SOFT_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `jr sr inc corp co cos ltd llc plc bros intl dept univ assn ave blvd rd hwy sq ph.d m.d b.a m.a esq et al jan feb mar apr jun jul
   aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nev okla
   ore pa tenn tex va vt wash wis wyo ont que alta man sask n.y n.j d.c u.s u.n u.k e.u u.s.a op cit trans ed eds min max avg
   prov dist gmbh s.a s.p.a`.split(/\s+/),
);

/** Clock abbreviations: the end before any capital but a day, a zone or a month. */
export const CLOCK_ABBREVIATIONS: ReadonlySet<string> = new Set(['a.m', 'p.m', 'am', 'pm']);

/** Words that begin sentences and hardly ever go on with a name after an abbreviation. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  `the a an he she it they we i you this that these those there here but and or so yet if when while although though after before since
   because as at in on for from with by under over during despite among between however meanwhile moreover still then now what who why
   how where which his her its their our my your not no one some many most several all both each every another other such to even once
   until unless also instead last next earlier later according about nearly almost more less only just perhaps maybe let he's it's that's
   there's they're we're i'm you're who's what's she's don't did does do is are was were can could will would should has have had may
   might`.split(/\s+/),
);

/** What may follow "p.m." without beginning a sentence. */
export const AFTER_CLOCK: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
   december jan feb mar apr aug sept sep oct nov dec eastern central mountain pacific gmt bst utc est edt cst cdt mst mdt pst pdt cet cest
   ist aest local et pt ct greenwich moscow beijing london`.split(/\s+/),
);
