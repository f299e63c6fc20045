import { sha256 } from '#lib/platform/canonical.ts';
import type { AsSaid } from '#lib/proof/rules-said.ts';
import type { ArticleFile } from './rules-file.ts';

/*
 * The records of an article's file in the words of the events, as each domain's data-proof.ts has those of the database: what a history says of
 * records it says of these as well.
 */

export function recordsAsSaid(file: ArticleFile): AsSaid[] {
  const claims = new Map(file.claim.map((claim) => [claim.id, claim.number]));
  const numbers = new Map(file.evidence.map(({ id, number }) => [id, number]));
  const labels = new Map(file.rating.map(({ id, label }) => [id, label]));
  const numberOf = (claimId: string | null) => (claimId === null ? null : (claims.get(claimId) ?? null));
  return [
    ...file.revision.map(({ number, sha256: hash, text, origin }) => ({
      table: 'revisions',
      key: `${file.article.id}/${number}`,
      has: { sha256: hash, text: sha256(text), origin },
    })),
    ...file.claim.map(({ id, excluded, claimant, ...claim }) => ({
      table: 'claims',
      key: id,
      has: {
        number: claim.number,
        statement: claim.statement,
        kind: claim.kind,
        polarity: claim.polarity,
        factuality: claim.factuality,
        claimant: `${claimant.kind}: ${claimant.name}`,
        via: claim.via,
        said_on: claim.saidOn,
        said_where: claim.saidWhere,
        misdeed: claim.misdeed,
        excluded_reason: excluded?.reason ?? null,
        excluded_by_id: excluded?.by ?? null,
      },
    })),
    ...file.evidence.map((item) => ({
      table: 'evidence',
      key: item.id,
      has: {
        number: item.number,
        claim: numberOf(item.claim),
        stance: item.stance,
        aspect: item.aspect,
        quote: item.quote,
        locator: item.locator,
        note: item.note,
        means: item.means,
        consulted_on: item.consultedOn,
        source_id: item.source,
        created_by_id: item.createdBy,
        withdrawn_reason: item.withdrawn?.reason ?? null,
        capture_id: item.capture,
        capture_start: item.captureStart,
        capture_end: item.captureEnd,
        quote_check: item.quoteCheck,
      },
    })),
    ...file.verdict.flatMap((item): AsSaid[] => [
      {
        table: 'verdicts',
        key: item.id,
        has: {
          claim: numberOf(item.claim),
          seat: item.seat,
          mode: item.mode,
          rating_id: item.rating,
          rating: labels.get(item.rating) ?? null,
          attribution_finding: item.attributionFinding,
          rationale: item.rationale,
          confirms_id: item.confirms,
          fix: item.fix?.replacement ?? null,
          cites: item.cites.map(({ evidence }) => numbers.get(evidence) ?? 0).sort((a, b) => a - b),
          basis: sha256(item.basis),
          basis_digest: item.basisDigest,
          unmet: item.unmet,
          override_reason: item.override?.reason ?? null,
          override_by_id: item.override?.by ?? null,
          author_id: item.by,
          withdrawn_reason: item.withdrawn?.reason ?? null,
          withdrawn_by_id: item.withdrawn?.by ?? null,
        },
      },
      ...item.signOffs.map((signed) => ({
        table: 'sign_offs',
        key: signed.id,
        has: {
          claim: numberOf(item.claim),
          seat: item.seat,
          basis_digest: signed.basisDigest,
          user_id: signed.by,
          unmet: signed.unmet,
          withdrawn_reason: signed.withdrawn?.reason ?? null,
        },
      })),
      ...(item.fix
        ? [
            {
              table: 'fixes',
              key: item.fix.id,
              has: {
                state: item.fix.state,
                replacement: item.fix.replacement,
                reason: item.fix.reason,
                decided_by_id: item.fix.decidedBy,
              },
            },
          ]
        : []),
    ]),
    ...file.comment.map((item) => ({
      table: 'comments',
      key: item.id,
      has: {
        claim: numberOf(item.claim),
        kind: item.kind,
        body: item.body,
        author_id: item.by,
        resolved: item.resolvedAt !== null,
        withdrawn: item.withdrawnAt !== null,
        addressee: item.addressee,
        asked_whom: item.askedWhom,
        asked_how: item.askedHow,
        due_at: item.dueAt,
        holds: item.holds,
        outcome: item.outcome,
        answer: item.answer,
        guest_link_id: item.guestLink,
        evidence: file.evidence.find(({ id }) => id === item.evidence)?.number ?? null,
        quote: item.quote,
        came_from: item.cameFrom,
        answer_from: item.answerFrom,
      },
    })),
    ...file.report.map(({ id, number, digest, by, chosen }) => ({
      table: 'reports',
      key: id,
      has: { number, digest, snapshot: digest, created_by_id: by, chosen },
    })),
  ];
}
