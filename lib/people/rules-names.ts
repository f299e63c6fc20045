/*
 * Reports print people by name, so a name must be a name, and one person's alone: nobody signs under a colleague's.
 */

/** Control and format signs: line breaks, and marks that turn the direction of what follows. Joiners are part of some names. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u;
const JOINERS = /[\u200C\u200D]/g;

/** Scripts whose letters look like each other's: a word in two of them only looks like what it says. */
const ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Lisu}/u,
];

/** Whether a name is one line of letters that can be read for what it is. */
export const isPlainName = (name: string): boolean =>
  !UNSEEN.test(name.replace(JOINERS, '')) &&
  name.split(/\s+/u).every((word) => ALIKE.filter((script) => script.test(word)).length <= 1);

/** A name with blanks as one space. */
export const tidyName = (name: string): string => name.trim().replace(/[\p{Zs}\t]+/gu, ' ');

/** Letters and digits that look like a Latin letter, each pair the one and the other. */
const LOOKS = new Map(
  [
    'Il 1l 0o ıi ɑa ɡg',
    'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ҮY ӀI ԌG ԚQ ԜW ѴV ԀD',
    'аa еe ѕs іi јj кk оo рp сc уy хx һh ԁd ԛq ԝw ѵv ӏl гr пn тt мm',
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa γy ηn ιi κk νv οo ρp τt υu χx ωw',
    'ՕO ՏS ՍU ԼL օo ոn սu ցg հh յj զq ռn',
    'ᎪA ᏴB ᏟC ᎠD ᎬE ᏀG ᎻH ᎫJ ᏦK ᏞL ᎷM ᏢP ᏒR ᏚS ᎢT ᏙV ᎳW ᏃZ',
    'ꓮA ꓐB ꓚC ꓓD ꓰE ꓝF ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX ꓬY ꓜZ',
  ].flatMap((row) => row.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const)),
);
const looksOf = (sign: string): string => {
  const like = LOOKS.get(sign) ?? sign;
  return LOOKS.get(like) ?? like;
};

const bare = (name: string): string => name.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What two names share that read alike: width, case, accents, joiners, blanks and signs left out. */
const foldName = (name: string): string => letters(bare(name));
/** What two names share that look alike, of whatever script. */
const lookOf = (name: string): string => letters([...bare(name)].map(looksOf).join(''));

/** Whether a reader would take two names for one. */
export const isAlike = (a: string, b: string): boolean => foldName(a) === foldName(b) || lookOf(a) === lookOf(b);
