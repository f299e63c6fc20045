import {
  type Line,
  type Outline,
  type OutlineClaim,
  type OutlineEvidence,
  type OutlineItem,
  type OutlineQuery,
  type OutlineVerdict,
  type ProofBlock,
  type Row,
  type Status,
  textOf,
} from './outline/index.ts';
import { eachOf, joined } from './pieces.ts';

/** The report as Markdown (CommonMark), in the outline's order. What people wrote is text: none of its signs sets anything. */
export const renderMarkdown = (outline: Outline): string => joined(piecesOfMarkdown(outline));

/** The same in pieces, a claim each. */
export function* piecesOfMarkdown(outline: Outline): Generator<string> {
  const {
    changes,
    open,
    rests,
    people,
    pictures,
    proof,
    questions,
    claims,
    unchecked,
    former,
    leftOut,
    unlooked,
    sources,
  } = outline;
  const parts = [
    `# ${flat(outline.title)}`,
    [outline.kicker, outline.byline, `${outline.running} · ${outline.made}`].map(plain).join('\\\n'),
    outline.part && [`## ${plain(outline.part.title)}`, plain(outline.part.about), plain(outline.part.note ?? '')],
    outline.later && [
      `## ${plain(outline.later.title)}`,
      plain(outline.later.about),
      ...outline.later.notes.map(({ label, value }) => `${plain(label)} ${plain(value)}`),
    ],
    outline.correction && [
      `## ${plain(outline.correction.title)}`,
      plain(outline.correction.note),
      plain(outline.correction.about ?? ''),
    ],
    lineOf(outline.outcome),
    section(
      changes.title,
      changes.items.map(({ number, before, after, notes }) =>
        item(
          `**${number}** “${plain(before)}”${after === null ? '' : ` → “${plain(after)}”`}`,
          notes.map((note) => lineOf(note)),
        ),
      ),
      changes.none,
    ),
    section(
      open.title,
      [
        ...open.items.map(({ number, status, quote, notes }) =>
          item(`**${number}** ${signed(status)} “${plain(quote)}”`, [plain(status.words), ...notes.map(plain)]),
        ),
        ...(open.more === null ? [] : [item(plain(open.more))]),
      ],
      open.none,
    ),
    section(rests.title, rests.rows.map(row)),
    section(
      people.title,
      people.items.map(({ name, role, counts, read }) =>
        item(
          [name, role, counts, read]
            .filter((part) => part !== null)
            .map(plain)
            .join(' · '),
        ),
      ),
    ),
    ...(pictures.items.length > 0 ? [`## ${plain(pictures.title)}`] : []),
    ...pictures.items.map(({ title, says, rows }) =>
      [`**${plain(title)}** · ${plain(says)}`, rows.map(row).join('\n')].join('\n\n'),
    ),
    `## ${plain(proof.title)}`,
    eachOf(proof.blocks, block),
    [...proof.key.map((status) => `${signed(status)} ${plain(status.words)}`), plain(proof.keyNote)].join(' · '),
    questions.items.length > 0 && section(questions.title, questions.items.map(query)),
    `## ${plain(claims.title)}`,
    claims.items.length > 0 ? eachOf(claims.items, claim) : plain(claims.none),
    listSection(unchecked),
    former.items.length > 0 && [`## ${plain(former.title)}`, ...former.items.map(claim)],
    listSection(leftOut),
    unlooked.items.length > 0 &&
      section(
        unlooked.title,
        unlooked.items.map((words) => item(plain(words))),
      ),
    section(outline.method.title, outline.method.rows.map(row)),
    section(outline.scale.title, outline.scale.rows.map(row)),
    section(
      sources.title,
      sources.items.map(({ number, title, about, link, href, citedBy }) =>
        item(`**\\[${number}\\]** ${plain(title)}`, [
          plain(about.join(' · ')),
          link === null ? '' : href === null ? plain(link) : `[${plain(link)}](<${href}>)`,
          plain(citedBy),
        ]),
      ),
      sources.none,
    ),
    section(outline.record.title, outline.record.rows.map(row)),
  ];
  let before = '';
  for (const part of parts)
    for (const text of typeof part === 'string' ? [part] : part || []) {
      if (text === '') continue;
      yield `${before}${text}`;
      before = '\n\n';
    }
  yield '\n';
}

/** Signs that set something in Markdown, wherever they stand; and those that do at the head of a line. */
const SIGNS = /[\\`*_{}[\]<>#|~&$!]/g;
const HEADS = /^(\s*)(?:([-+=])|(\d+)([.)]))/gm;

/** Words as Markdown: each line end stays one, and blanks at the head of a line set nothing. */
export const plain = (text: string): string =>
  text
    .replace(SIGNS, '\\$&')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/(?<=www)\.|(?<=\S)@(?=\S)/gi, '\\$&')
    .replace(
      HEADS,
      (_, blanks: string, sign: string | undefined, number: string | undefined, dot: string | undefined) =>
        sign ? `${blanks}\\${sign}` : `${blanks}${number}\\${dot}`,
    )
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\\\n');

/** In one line, as headings need it. */
export const flat = (text: string): string => plain(text.replace(/\s+/g, ' '));

const lineOf = (line: Line): string =>
  line.some(({ as }) => as === 'strong')
    ? line.map(({ text, as }) => (as === 'strong' ? `**${plain(text)}**` : inside(text))).join('')
    : plain(textOf(line));
/** Blanks at the ends of a stretch part it from its neighbours. */
const inside = (text: string): string =>
  text.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, a, words, b) => `${a}${plain(words)}${b}`);

/** An item of a list, with lines of its own below it. */
export const item = (words: string, notes: readonly string[] = []): string =>
  `- ${[words, ...notes.filter((note) => note !== '')].join('\\\n').replaceAll('\n', '\n  ')}`;

export const row = ({ label, value }: Row): string => item(`${plain(label)}: ${plain(value)}`);
const signed = ({ sign }: Status): string => plain(sign);

export const section = (title: string, items: readonly string[], none = ''): string[] => [
  `## ${plain(title)}`,
  items.length > 0 ? items.join('\n') : plain(none),
];

const listSection = ({ title, items }: { readonly title: string; readonly items: readonly OutlineItem[] }) =>
  items.length > 0 &&
  section(
    title,
    items.map(({ number, statement, quote, notes }) =>
      item(`**${number}** ${plain(statement)}`, [plain(quote ?? ''), plain(notes.join(' · '))]),
    ),
  );

/** A block of the article, its claims numbered where their words end, and what the margin has on them. */
function block({ role, pieces, notes }: ProofBlock): string {
  const words = pieces
    .map(
      ({ text, ends }) =>
        `${inside(text)}${ends.map(({ number, status }) => ` \\[${number} ${signed(status)}\\]`).join('')}`,
    )
    .join('');
  const set = role === 'headline' ? `**${words.trim()}**` : words.trim();
  if (notes.length === 0) return set;
  const margin = notes.map(
    ({ numbers, status, text }) => `> - ${plain(numbers)} ${signed(status)} ${plain(text).replaceAll('\n', '\n>   ')}`,
  );
  return `${set}\n\n${margin.join('\n')}`;
}

function claim(one: OutlineClaim): string {
  const lines = [
    `### ${one.number}. ${flat(one.statement)}`,
    [`${signed(one.status)} **${plain(one.outcome)}**`, one.settled && plain(one.settled)].filter(Boolean).join(' · '),
    one.quote && `> ${plain(one.quote).replaceAll('\n', '\n> ')}`,
    one.facts.map(({ label, value }) => `${plain(label)}: ${plain(value)}`).join(' · '),
    one.notes.map((note) => item(plain(note))).join('\n'),
    one.queries.map(query).join('\n'),
    one.evidence.length > 0 ? one.evidence.map(evidence).join('\n') : plain(one.noEvidence ?? ''),
    one.verdicts.length > 0 ? one.verdicts.map(verdict).join('\n') : plain(one.noVerdict ?? ''),
  ];
  return lines.filter(Boolean).join('\n\n');
}

const query = ({ about, body, replies, came, answer }: OutlineQuery): string =>
  item(plain(about), [
    plain(body),
    ...replies.flatMap((reply) => [plain(reply.about), `“${plain(reply.body)}”`]),
    plain(came ?? ''),
    answer === null ? '' : `“${plain(answer)}”`,
  ]);

const evidence = (one: OutlineEvidence): string =>
  item(`**\\[${one.label}\\]** ${plain([one.title, one.locator].filter(Boolean).join(', '))} · ${plain(one.stance)}`, [
    one.quote === null
      ? ''
      : `“${plain(one.quote)}”${one.check ? ` ${signed({ mark: 'open', ...one.check })} ${plain(one.check.words)}` : ''}`,
    plain(one.note ?? ''),
    plain(one.about.join(' · ')),
  ]);

const verdict = (one: OutlineVerdict): string =>
  item(plain(one.about), [
    one.isSaid ? '' : `**${plain(one.rating)}**`,
    plain(one.finding ?? ''),
    plain(textOf(one.rationale)),
    ...one.changes.map(({ what, words }) => `${plain(what)}: ${drawn(words)}`),
    ...one.notes.map(plain),
  ]);

/** Two wordings as one line: what went in marks of its own, then what came. */
const drawn = (line: Line): string =>
  line
    .map(({ text, as }) => {
      if (as === 'plain' || as === 'strong') return inside(text);
      return as === 'deleted' ? ` \\[− ${plain(text)}\\] ` : ` \\[+ ${plain(text)}\\] `;
    })
    .join('');
