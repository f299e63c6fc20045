/*
 * Reports print people by name, so a name must be a name, and one person's alone: nobody signs under a colleague's.
 */

/** Control and format signs, and what is not seen at all: line breaks, marks that turn the direction, fillers. Joiners are part of some names. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u;
const JOINERS = /[\u200C\u200D]/g;

/**
 * Scripts in everyday use, and those of living communities (Unicode Standard Annex 31, tables 5 and 7). Those that are written
 * together stand together: a word in any other two of them only looks like what it says.
 */
const SCRIPTS = [
  ...`Latin Cyrillic Greek Arabic Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi Hebrew Kannada Khmer Lao Malayalam
  Myanmar Oriya Sinhala Tamil Telugu Thaana Thai Tibetan Adlam Balinese Bamum Batak Canadian_Aboriginal Chakma Cham Cherokee
  Hanifi_Rohingya Javanese Kayah_Li Lepcha Limbu Lisu Mandaic Meetei_Mayek Miao New_Tai_Lue Newa Nko Nyiakeng_Puachue_Hmong Ol_Chiki
  Osage Saurashtra Sundanese Syloti_Nagri Syriac Tai_Le Tai_Tham Tai_Viet Tifinagh Vai Wancho Yi`.split(/\s+/),
  'Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Hangul',
].map((script) => new RegExp(`^[\\p{Script=${script}}\\p{Script=Common}\\p{Script=Inherited}]*$`, 'u'));

/** Whether a name is one line of letters that can be read for what it is. */
export const isPlainName = (name: string): boolean =>
  !UNSEEN.test(name.replace(JOINERS, '')) &&
  /\p{L}/u.test(name) &&
  name.split(/\s+/u).every((word) => SCRIPTS.some((script) => script.test(word)));

/** A name with blanks as one space. */
export const tidyName = (name: string): string => name.trim().replace(/[\p{Zs}\t]+/gu, ' ');

/** Letters and digits that look like a Latin letter, each pair the one and the other. */
const LOOKS = new Map(
  [
    'Il 1l 0o ıi ɑa ɡg |l ǀl ∣l ¦l',
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
