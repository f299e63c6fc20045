/** Verbs whose -ing form opens what hangs on the end of a sentence (", putting Bergen ahead"), by what they are in the past. Written for Stet from reading news. */
import { verbForms } from './forms.ts';

const REGULAR =
  `accuse add address advance aim allege announce appeal apply argue arrive assist attract award back beat block boost burn bury call cancel capture
  carry celebrate chair chart chase claim clear climb close collect command compare complete concede confirm consider contribute convert count cover
  crash create criticise criticize cross crown damage dedicate deepen defeat defend delay deliver demand deny describe destroy detail detain devastate
  discover dismiss dominate donate double drop earn edge educate employ enable encourage end enter equal erase escape establish estimate evacuate
  examine exceed exclude expand experience explain exploit explore express extend face fail feature file finance finish fire flank flatten flood focus
  follow force fund gather generate grant handle harm head help highlight hire host hunt ignore imply impose improve include increase infect injure
  insist inspire install interview introduce invade invest invite issue jail join jump kick kill lack land launch leak lift limit list listen live load
  lock look lower maintain manage mark marry miss mix move nail name narrow need note observe offer omit open operate order outline overtake own pack
  paint park pass pave pile place plan play plead pledge plunge pocket pour power praise prepare present prevent produce promise promote propose protest
  prove provide publish pull punch pursue push question quote race raid raise rank ransack rate reach recall receive recommend record recover recruit
  reduce refer refuse reject rejoin relay release rely remain remind remove rent repair repeat replace report represent request rescue return reveal
  reverse revive roll rule rush sack sail scatter scoop score scrap search seize separate serve share shift sign slam slash slow smash snap soar sort
  spark spend spill stage start stop stretch struggle study succeed succumb suffer supply support surpass surprise suspend switch tackle talk tally
  target tend test thank threaten topple torch total touch tour tower trail train transform travel treat triple turn unveil update urge use vary verify
  view visit vote vow wait walk wander warn wave weaken weigh wipe work wound`.split(/\s+/);

/** -ing, past; base. */
const OTHER =
  `beating beat beat|becoming became become|bringing brought bring|building built build|buying bought buy|cutting cut cut|drawing drew draw|driving drove drive|
  falling fell fall|fighting fought fight|finding found find|giving gave give|holding held hold|hitting hit hit|keeping kept keep|knocking knocked knock|losing lost lose|making made make|
  meeting met meet|overtaking overtook overtake|paying paid pay|putting put put|rising rose rise|running ran run|seeing saw see|selling sold sell|sending sent send|
  setting set set|shooting shot shoot|showing showed show|spending spent spend|striking struck strike|sweeping swept sweep|taking took take|throwing threw throw|
  winning won win|writing wrote write|telling told tell|beginning began begin|going went go|seeking sought seek|speaking spoke speak|leading led lead|stealing stole steal|spreading spread spread|undergoing underwent undergo|tying tied tie|robbing robbed rob|citing cited cite|using used use|dying died die|lying lay lie|teaching taught teach|tapping tapped tap|equipping equipped equip|netting netted net|stabbing stabbed stab|stripping stripped strip|trapping trapped trap`.split(
    '|',
  );

/** What a doing is in the past, and its bare form. */
export type Deed = { readonly past: string; readonly base: string };

const irregular = OTHER.map((entry): [string, Deed] => {
  const [ing = '', past = '', base = ''] = entry.trim().split(' ');
  return [ing, { past, base }];
});
const irregularBases = new Set(irregular.map(([, { base }]) => base));

export const DEEDS: ReadonlyMap<string, Deed> = new Map([
  ...REGULAR.filter((base) => !irregularBases.has(base)).map((base): [string, Deed] => {
    const forms = verbForms(base);
    const form = (kind: 'ing' | 'past'): string => forms.find(([, own]) => own === kind)?.[0] ?? base;
    return [form('ing'), { past: form('past'), base }];
  }),
  ...irregular,
]);

/** What all that was told before may have brought about, and not only who it tells of. */
export const BROUGHT_ABOUT: ReadonlySet<string> = new Set(
  'killing injuring wounding making forcing bringing leaving causing raising ending including totaling totalling surprising helping encouraging reducing increasing destroying marking creating boosting representing covering featuring prompting sparking triggering fuelling fueling enabling allowing threatening easing pushing reflecting signalling signaling highlighting suggesting dashing denting prolonging deepening meaning proving'.split(
    ' ',
  ),
);
