import type { ReportModel } from '../model.ts';

/** The desk as readers know it. */
export type PublicSite = {
  readonly desk: string;
  /** Where the public pages stand, without a slash at its end. */
  readonly base: string;
  /** An address of the web, or of mail, that readers can write to. */
  readonly contact: string | null;
  /** IANA name: whose days and hours the pages tell. */
  readonly timeZone: string;
};

/** A report in a list. Instants are ISO. */
export type PublicEntry = {
  readonly slug: string;
  readonly number: number;
  readonly publicAt: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly correction: string | null;
  /** Labels of the ratings it gives. */
  readonly ratings: readonly string[];
};
/** What stands in the place of a withdrawn one. */
export type PublicGap = {
  readonly slug: string;
  readonly publicAt: string;
  readonly withdrawnAt: string;
  readonly note: string;
};
export type PublicItem = PublicEntry | PublicGap;
export const isGap = (item: PublicItem): item is PublicGap => 'withdrawnAt' in item;

/** A published report, already without what stays at the desk. */
export type PublicPage = {
  readonly slug: string;
  readonly model: ReportModel;
  readonly digest: string;
  readonly publicAt: string;
  /** How many of its claims are not shown. */
  readonly unsettled: number;
  /** What has taken its place, where it is an earlier one, with the correction that did. */
  readonly later: {
    readonly number: number;
    readonly publicAt: string;
    readonly corrections: readonly { readonly note: string; readonly at: string }[];
  } | null;
  /** Earlier ones that stay readable, newest first. */
  readonly earlier: readonly { readonly number: number; readonly publicAt: string }[];
};

export type PublicSearch = { readonly q: string; readonly rating: string; readonly page: number };
export type PublicIndex = {
  readonly items: readonly PublicItem[];
  readonly search: PublicSearch;
  readonly total: number;
  readonly pages: number;
  /** The ratings that can be asked for. */
  readonly ratings: readonly { readonly key: string; readonly label: string }[];
};

export type PublicCorrection = {
  readonly slug: string;
  readonly number: number;
  readonly publicAt: string;
  readonly headline: string;
  readonly note: string;
};

/** Who checks: by name where they have agreed, and how many more there are of each role. */
export type PublicPeople = {
  readonly named: readonly { readonly name: string; readonly role: string }[];
  readonly others: readonly { readonly role: string; readonly count: number }[];
};

/** How the desk works, as its settings have it. */
export type PublicMethod = {
  readonly words: string | null;
  readonly mode: 'one' | 'open' | 'blind';
  readonly scale: readonly { readonly label: string; readonly description: string }[];
  /** Its rules that are warned of or insisted on. */
  readonly rules: readonly ('figure' | 'quotation' | 'misdeed' | 'opened')[];
};
