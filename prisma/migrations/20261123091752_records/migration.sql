-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'editor', 'reviewer', 'viewer');

-- CreateEnum
CREATE TYPE "invitation_purpose" AS ENUM ('invite', 'set_up', 'sign_in', 'reset');

-- CreateEnum
CREATE TYPE "second_reader_mode" AS ENUM ('one', 'open', 'blind');

-- CreateEnum
CREATE TYPE "article_access" AS ENUM ('desk', 'named');

-- CreateEnum
CREATE TYPE "revision_origin" AS ENUM ('paste', 'file', 'link', 'command', 'undo', 'sample');

-- CreateEnum
CREATE TYPE "claim_kind" AS ENUM ('quantity', 'comparison', 'trend', 'event', 'attribution', 'causal', 'identity', 'position', 'rule', 'plan', 'prediction', 'opinion');

-- CreateEnum
CREATE TYPE "claimant_kind" AS ENUM ('author', 'person', 'organization', 'document', 'unnamed');

-- CreateEnum
CREATE TYPE "origin" AS ENUM ('machine', 'person');

-- CreateEnum
CREATE TYPE "tier" AS ENUM ('core', 'standard', 'minor');

-- CreateEnum
CREATE TYPE "progress" AS ENUM ('open', 'in_review', 'awaiting_second_reader', 'disputed', 'settled');

-- CreateEnum
CREATE TYPE "settled_by" AS ENUM ('one', 'two', 'third');

-- CreateEnum
CREATE TYPE "anchor_state" AS ENUM ('unchanged', 'moved', 'context_changed', 'changed', 'lost');

-- CreateEnum
CREATE TYPE "lineage_kind" AS ENUM ('split', 'merge', 're_scope');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('document', 'dataset', 'recording', 'person', 'page');

-- CreateEnum
CREATE TYPE "source_tier" AS ENUM ('primary', 'secondary');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'refutes', 'context');

-- CreateEnum
CREATE TYPE "aspect" AS ENUM ('content', 'attribution');

-- CreateEnum
CREATE TYPE "attribution_finding" AS ENUM ('exact', 'fair_paraphrase', 'distorted', 'misattributed', 'not_established');

-- CreateEnum
CREATE TYPE "author_part" AS ENUM ('proposed', 'edited_basis');

-- CreateEnum
CREATE TYPE "fix_state" AS ENUM ('proposed', 'accepted', 'refused', 'applied');

-- CreateEnum
CREATE TYPE "comment_kind" AS ENUM ('note', 'query');

-- CreateEnum
CREATE TYPE "claim_relation" AS ENUM ('same', 'more_precise', 'tension', 'related');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT,
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "purpose" "invitation_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "role" "role",
    "user_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "desk_name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "default_mode" "second_reader_mode" NOT NULL DEFAULT 'open',
    "rules" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "articles" (
    "id" UUID NOT NULL,
    "headline" TEXT NOT NULL,
    "outlet" TEXT,
    "byline" TEXT,
    "link" TEXT,
    "published_on" DATE,
    "due_at" TIMESTAMPTZ(3),
    "mode" "second_reader_mode" NOT NULL,
    "access" "article_access" NOT NULL DEFAULT 'desk',
    "archived_at" TIMESTAMPTZ(3),
    "revision_id" UUID,
    "next_claim_number" INTEGER NOT NULL DEFAULT 1,
    "sentences_total" INTEGER NOT NULL DEFAULT 0,
    "sentences_read" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_members" (
    "article_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "added_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_members_pkey" PRIMARY KEY ("article_id","user_id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "sentences" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "original" BYTEA,
    "original_type" TEXT,
    "origin" "revision_origin" NOT NULL,
    "engine_version" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sentence_marks" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "carried_from_id" UUID,

    CONSTRAINT "sentence_marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claimants" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "claimant_kind" NOT NULL,
    "aliases" TEXT[],
    "link" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "claimants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "kind" "claim_kind" NOT NULL,
    "negated" BOOLEAN NOT NULL DEFAULT false,
    "hedged" BOOLEAN NOT NULL DEFAULT false,
    "claimant_id" UUID NOT NULL,
    "via" TEXT,
    "said_on" DATE,
    "said_where" TEXT,
    "figures" JSONB NOT NULL DEFAULT '[]',
    "times" JSONB NOT NULL DEFAULT '[]',
    "entities" JSONB NOT NULL DEFAULT '[]',
    "checkworthiness" DOUBLE PRECISION NOT NULL,
    "tier" "tier" NOT NULL,
    "reasons" TEXT[],
    "origin" "origin" NOT NULL,
    "engine_version" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "assignee_id" UUID,
    "touched_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "excluded_at" TIMESTAMPTZ(3),
    "excluded_by_id" UUID,
    "excluded_reason" TEXT,
    "replaced_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_reason" TEXT,
    "progress" "progress" NOT NULL DEFAULT 'open',
    "settled_by" "settled_by",
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "settled_verdict_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anchors" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "sentence_digest" TEXT NOT NULL,
    "state" "anchor_state" NOT NULL DEFAULT 'unchanged',

    CONSTRAINT "anchors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lineage" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" "lineage_kind" NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lineage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "source_kind" NOT NULL DEFAULT 'page',
    "tier" "source_tier" NOT NULL,
    "publisher" TEXT,
    "author" TEXT,
    "link" TEXT,
    "published_on" DATE,
    "note" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "captures" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "taken_from" TEXT,
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "captures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "stance" "stance" NOT NULL,
    "aspect" "aspect" NOT NULL DEFAULT 'content',
    "quote" TEXT,
    "locator" TEXT,
    "note" TEXT,
    "means" TEXT,
    "consulted_on" DATE,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "carried_from_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ratings" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "value" INTEGER,
    "stands" BOOLEAN NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdicts" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "seat" INTEGER NOT NULL,
    "rating_id" UUID NOT NULL,
    "attribution_finding" "attribution_finding",
    "rationale" TEXT NOT NULL,
    "revision_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,
    "basis_digest" TEXT NOT NULL,
    "mode" "second_reader_mode" NOT NULL,
    "supersedes_id" UUID,
    "override_reason" TEXT,
    "override_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revealed_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_reason" TEXT,

    CONSTRAINT "verdicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_evidence" (
    "verdict_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "evidence_version" INTEGER NOT NULL,

    CONSTRAINT "verdict_evidence_pkey" PRIMARY KEY ("verdict_id","evidence_id")
);

-- CreateTable
CREATE TABLE "verdict_authors" (
    "verdict_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "part" "author_part" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_authors_pkey" PRIMARY KEY ("verdict_id","user_id")
);

-- CreateTable
CREATE TABLE "sign_offs" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "basis_digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "sign_offs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fixes" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "replacement" TEXT NOT NULL,
    "state" "fix_state" NOT NULL DEFAULT 'proposed',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "applied_revision_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "fixes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comments" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "claim_id" UUID,
    "thread_id" UUID,
    "verdict_id" UUID,
    "kind" "comment_kind" NOT NULL DEFAULT 'note',
    "body" TEXT NOT NULL,
    "mentions" UUID[],
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_links" (
    "id" UUID NOT NULL,
    "a_id" UUID NOT NULL,
    "b_id" UUID NOT NULL,
    "relation" "claim_relation" NOT NULL,
    "because" TEXT[],
    "origin" "origin" NOT NULL,
    "engine_version" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "claim_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "heads" JSONB NOT NULL,
    "slug" TEXT,
    "supersedes_id" UUID,
    "correction_note" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chains" (
    "id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "chains_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "chain" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail_hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("chain","sequence")
);

-- CreateTable
CREATE TABLE "event_details" (
    "chain" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "salt" TEXT,
    "detail" TEXT,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_details_pkey" PRIMARY KEY ("chain","sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_provider_account_id_key" ON "accounts"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_email_idx" ON "invitations"("email");

-- CreateIndex
CREATE INDEX "invitations_user_id_idx" ON "invitations"("user_id");

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "articles_revision_id_key" ON "articles"("revision_id");

-- CreateIndex
CREATE INDEX "articles_archived_at_due_at_idx" ON "articles"("archived_at", "due_at");

-- CreateIndex
CREATE INDEX "articles_created_at_idx" ON "articles"("created_at");

-- CreateIndex
CREATE INDEX "article_members_user_id_idx" ON "article_members"("user_id");

-- CreateIndex
CREATE INDEX "revisions_sha256_idx" ON "revisions"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_article_id_number_key" ON "revisions"("article_id", "number");

-- CreateIndex
CREATE INDEX "sentence_marks_revision_id_idx" ON "sentence_marks"("revision_id");

-- CreateIndex
CREATE INDEX "sentence_marks_article_id_idx" ON "sentence_marks"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "claimants_kind_name_key" ON "claimants"("kind", "name");

-- CreateIndex
CREATE INDEX "claims_article_id_progress_idx" ON "claims"("article_id", "progress");

-- CreateIndex
CREATE INDEX "claims_assignee_id_progress_idx" ON "claims"("assignee_id", "progress");

-- CreateIndex
CREATE INDEX "claims_claimant_id_idx" ON "claims"("claimant_id");

-- CreateIndex
CREATE INDEX "claims_progress_idx" ON "claims"("progress");

-- CreateIndex
CREATE UNIQUE INDEX "claims_article_id_number_key" ON "claims"("article_id", "number");

-- CreateIndex
CREATE INDEX "anchors_revision_id_start_idx" ON "anchors"("revision_id", "start");

-- CreateIndex
CREATE UNIQUE INDEX "anchors_claim_id_revision_id_key" ON "anchors"("claim_id", "revision_id");

-- CreateIndex
CREATE INDEX "lineage_from_id_idx" ON "lineage"("from_id");

-- CreateIndex
CREATE INDEX "lineage_to_id_idx" ON "lineage"("to_id");

-- CreateIndex
CREATE INDEX "sources_link_idx" ON "sources"("link");

-- CreateIndex
CREATE INDEX "sources_created_by_id_idx" ON "sources"("created_by_id");

-- CreateIndex
CREATE INDEX "captures_source_id_idx" ON "captures"("source_id");

-- CreateIndex
CREATE INDEX "evidence_source_id_idx" ON "evidence"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_claim_id_number_key" ON "evidence"("claim_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ratings_key_key" ON "ratings"("key");

-- CreateIndex
CREATE UNIQUE INDEX "verdicts_supersedes_id_key" ON "verdicts"("supersedes_id");

-- CreateIndex
CREATE INDEX "verdicts_claim_id_seat_idx" ON "verdicts"("claim_id", "seat");

-- CreateIndex
CREATE INDEX "verdicts_author_id_idx" ON "verdicts"("author_id");

-- CreateIndex
CREATE INDEX "verdict_evidence_evidence_id_idx" ON "verdict_evidence"("evidence_id");

-- CreateIndex
CREATE INDEX "sign_offs_verdict_id_idx" ON "sign_offs"("verdict_id");

-- CreateIndex
CREATE INDEX "sign_offs_user_id_idx" ON "sign_offs"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "fixes_verdict_id_key" ON "fixes"("verdict_id");

-- CreateIndex
CREATE INDEX "fixes_claim_id_idx" ON "fixes"("claim_id");

-- CreateIndex
CREATE INDEX "comments_claim_id_idx" ON "comments"("claim_id");

-- CreateIndex
CREATE INDEX "comments_article_id_idx" ON "comments"("article_id");

-- CreateIndex
CREATE INDEX "comments_thread_id_idx" ON "comments"("thread_id");

-- CreateIndex
CREATE INDEX "claim_links_b_id_idx" ON "claim_links"("b_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_links_a_id_b_id_key" ON "claim_links"("a_id", "b_id");

-- CreateIndex
CREATE UNIQUE INDEX "reports_slug_key" ON "reports"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "reports_article_id_number_key" ON "reports"("article_id", "number");

-- CreateIndex
CREATE INDEX "events_subject_type_subject_id_idx" ON "events"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "events_actor_id_idx" ON "events"("actor_id");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_members" ADD CONSTRAINT "article_members_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_members" ADD CONSTRAINT "article_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_members" ADD CONSTRAINT "article_members_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sentence_marks" ADD CONSTRAINT "sentence_marks_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sentence_marks" ADD CONSTRAINT "sentence_marks_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sentence_marks" ADD CONSTRAINT "sentence_marks_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sentence_marks" ADD CONSTRAINT "sentence_marks_carried_from_id_fkey" FOREIGN KEY ("carried_from_id") REFERENCES "sentence_marks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_excluded_by_id_fkey" FOREIGN KEY ("excluded_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_settled_verdict_id_fkey" FOREIGN KEY ("settled_verdict_id") REFERENCES "verdicts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "captures" ADD CONSTRAINT "captures_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "captures" ADD CONSTRAINT "captures_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_carried_from_id_fkey" FOREIGN KEY ("carried_from_id") REFERENCES "evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "ratings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "verdicts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_override_by_id_fkey" FOREIGN KEY ("override_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_evidence" ADD CONSTRAINT "verdict_evidence_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_evidence" ADD CONSTRAINT "verdict_evidence_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_authors" ADD CONSTRAINT "verdict_authors_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_authors" ADD CONSTRAINT "verdict_authors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fixes" ADD CONSTRAINT "fixes_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fixes" ADD CONSTRAINT "fixes_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fixes" ADD CONSTRAINT "fixes_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fixes" ADD CONSTRAINT "fixes_applied_revision_id_fkey" FOREIGN KEY ("applied_revision_id") REFERENCES "revisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_a_id_fkey" FOREIGN KEY ("a_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_b_id_fkey" FOREIGN KEY ("b_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "reports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_chain_fkey" FOREIGN KEY ("chain") REFERENCES "chains"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_details" ADD CONSTRAINT "event_details_chain_sequence_fkey" FOREIGN KEY ("chain", "sequence") REFERENCES "events"("chain", "sequence") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What the schema language cannot say.

-- ---- checks ----
alter table settings add constraint settings_is_one_row check (id = 1);
alter table users add constraint users_email_is_lower check (email = lower(email) and email like '%_@_%');
alter table users add constraint users_name_is_not_blank check (btrim(name) <> '');
alter table articles add constraint articles_headline_is_not_blank check (btrim(headline) <> '');
alter table articles add constraint articles_counts check (sentences_read between 0 and sentences_total);
alter table revisions add constraint revisions_number_is_positive check (number > 0);
alter table revisions add constraint revisions_sha256_form check (sha256 ~ '^[0-9a-f]{64}$');
alter table sentence_marks add constraint sentence_marks_place check ("start" >= 0 and "start" < "end");
alter table claims add constraint claims_statement_is_not_blank check (btrim(statement) <> '');
alter table claims add constraint claims_checkworthiness_range check (checkworthiness between 0 and 1);
alter table claims add constraint claims_machine_names_its_engine check (origin = 'person' or engine_version is not null);
alter table claims add constraint claims_exclusion_is_whole
  check ((excluded_at is null) = (excluded_reason is null) and (excluded_at is null) = (excluded_by_id is null));
alter table claims add constraint claims_settled_says_by_whom check ((progress = 'settled') = (settled_by is not null));
alter table claims add constraint claims_settled_has_its_verdict check ((progress = 'settled') = (settled_verdict_id is not null));
alter table anchors add constraint anchors_lost_has_no_place
  check ((state = 'lost') = ("start" is null) and ("start" is null) = ("end" is null));
alter table anchors add constraint anchors_place check ("start" is null or ("start" >= 0 and "start" < "end"));
alter table lineage add constraint lineage_is_between_two check (from_id <> to_id);
alter table sources add constraint sources_title_is_not_blank check (btrim(title) <> '');
alter table evidence add constraint evidence_number_is_positive check (number > 0);
alter table evidence add constraint evidence_withdrawal_is_whole check ((withdrawn_at is null) = (withdrawn_by_id is null));
alter table verdicts add constraint verdicts_seat check (seat between 1 and 3);
alter table verdicts add constraint verdicts_rationale_is_not_blank check (btrim(rationale) <> '');
alter table verdicts add constraint verdicts_override_is_whole check ((override_by_id is null) = (override_reason is null));
alter table verdicts add constraint verdicts_digest_form check (basis_digest ~ '^[0-9a-f]{64}$');
alter table fixes add constraint fixes_refusal_has_a_reason check (state <> 'refused' or btrim(coalesce(reason, '')) <> '');
alter table fixes add constraint fixes_decision_names_its_person check (state = 'proposed' or decided_at is not null);
alter table comments add constraint comments_body_is_not_blank check (btrim(body) <> '');
alter table claim_links add constraint claim_links_are_between_two check (a_id <> b_id);
alter table claim_links add constraint claim_links_decision_is_whole check ((accepted is null) = (decided_at is null));
alter table events add constraint events_hash_form check (hash ~ '^[0-9a-f]{64}$' and detail_hash ~ '^[0-9a-f]{64}$');

-- ---- one of a kind ----
create unique index verdicts_one_in_force_per_seat on verdicts (claim_id, seat) where withdrawn_at is null and superseded_at is null;
create unique index verdicts_one_seat_per_author on verdicts (claim_id, author_id) where withdrawn_at is null and superseded_at is null;
create unique index sign_offs_one_per_verdict on sign_offs (verdict_id) where withdrawn_at is null;
create unique index sentence_marks_one_per_place on sentence_marks (revision_id, "start", "end") where withdrawn_at is null;
create unique index invitations_one_open_invite on invitations (email) where purpose = 'invite' and used_at is null and revoked_at is null;

-- ---- append-only tables ----
-- Refuses delete and truncate, and every update but of the columns named as arguments, each once, from null to a value.
create function stet_append_only() returns trigger language plpgsql as $$
declare
  before jsonb;
  after jsonb;
  column_name text;
begin
  if tg_op <> 'UPDATE' then
    raise exception 'nothing is removed from %', tg_table_name using errcode = 'ST001';
  end if;
  before := to_jsonb(old);
  after := to_jsonb(new);
  for column_name in select key from jsonb_object_keys(after) as key where after -> key is distinct from before -> key loop
    if not (column_name = any (tg_argv)) or before -> column_name <> 'null'::jsonb then
      raise exception '%.% is written once', tg_table_name, column_name using errcode = 'ST001';
    end if;
  end loop;
  return new;
end $$;

create trigger append_only before update or delete on revisions for each row execute function stet_append_only();
create trigger append_only before update or delete on lineage for each row execute function stet_append_only();
create trigger append_only before update or delete on captures for each row execute function stet_append_only();
create trigger append_only before update or delete on reports for each row execute function stet_append_only();
create trigger append_only before update or delete on events for each row execute function stet_append_only();
create trigger append_only before update or delete on verdicts for each row
  execute function stet_append_only('revealed_at', 'superseded_at', 'withdrawn_at', 'withdrawn_by_id', 'withdrawn_reason');
create trigger append_only before update or delete on verdict_evidence for each row execute function stet_append_only();
create trigger append_only before update or delete on verdict_authors for each row execute function stet_append_only();
create trigger append_only before update or delete on sign_offs for each row
  execute function stet_append_only('withdrawn_at', 'withdrawn_reason');

create trigger no_truncate before truncate on revisions for each statement execute function stet_append_only();
create trigger no_truncate before truncate on lineage for each statement execute function stet_append_only();
create trigger no_truncate before truncate on captures for each statement execute function stet_append_only();
create trigger no_truncate before truncate on reports for each statement execute function stet_append_only();
create trigger no_truncate before truncate on events for each statement execute function stet_append_only();
create trigger no_truncate before truncate on event_details for each statement execute function stet_append_only();
create trigger no_truncate before truncate on chains for each statement execute function stet_append_only();
create trigger no_truncate before truncate on verdicts for each statement execute function stet_append_only();
create trigger no_truncate before truncate on verdict_evidence for each statement execute function stet_append_only();
create trigger no_truncate before truncate on verdict_authors for each statement execute function stet_append_only();
create trigger no_truncate before truncate on sign_offs for each statement execute function stet_append_only();

-- Details may be erased, whole and for good; nothing else of them changes.
create function stet_erase_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.chain = old.chain and new.sequence = old.sequence
    and old.erased_at is null and new.erased_at is not null and new.detail is null and new.salt is null then
    return new;
  end if;
  raise exception 'a detail of the history is erased or left alone' using errcode = 'ST001';
end $$;
create trigger erase_only before update or delete on event_details for each row execute function stet_erase_only();

-- ---- nobody signs off their own verdict ----
create function stet_note_proposer() returns trigger language plpgsql as $$
begin
  insert into verdict_authors (verdict_id, user_id, part, created_at) values (new.id, new.author_id, 'proposed', new.created_at);
  return new;
end $$;
create trigger note_proposer after insert on verdicts for each row execute function stet_note_proposer();

create function stet_check_sign_off() returns trigger language plpgsql as $$
declare
  verdict verdicts%rowtype;
  signer users%rowtype;
begin
  select * into verdict from verdicts where id = new.verdict_id for update;
  if verdict.withdrawn_at is not null or verdict.superseded_at is not null then
    raise exception 'the verdict is no longer in force' using errcode = 'ST003';
  end if;
  if new.basis_digest <> verdict.basis_digest then
    raise exception 'the sign-off saw another basis' using errcode = 'ST004';
  end if;
  if exists (select 1 from verdict_authors a where a.verdict_id = new.verdict_id and a.user_id = new.user_id) then
    raise exception 'nobody signs off their own verdict' using errcode = 'ST002';
  end if;
  select * into signer from users where id = new.user_id for share;
  if signer.disabled_at is not null or signer.role = 'viewer' then
    raise exception 'this person may not sign off' using errcode = 'ST005';
  end if;
  return new;
end $$;
create trigger check_sign_off before insert on sign_offs for each row execute function stet_check_sign_off();

-- ---- history ----
-- Appends one event to a chain and returns its sequence. The chain's row is locked until the transaction ends,
-- so a chain never forks. hash = sha256 of the lines: chain, sequence, at, actor, actor kind, action, subject type,
-- subject id, detail hash, previous hash. detail hash = sha256(salt || ':' || detail). All hex, all UTF-8.
create function stet_append_event(
  in_chain text, in_actor uuid, in_actor_kind text, in_action text, in_subject_type text, in_subject_id text, in_detail text
) returns integer language plpgsql as $$
declare
  head chains%rowtype;
  at_now timestamptz(3) := date_trunc('milliseconds', clock_timestamp());
  new_salt text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
  new_detail_hash text;
  new_hash text;
begin
  insert into chains (id) values (in_chain) on conflict do nothing;
  select * into head from chains where id = in_chain for update;
  new_detail_hash := encode(sha256(convert_to(new_salt || ':' || in_detail, 'UTF8')), 'hex');
  new_hash := encode(sha256(convert_to(concat_ws(e'\n', in_chain, head.sequence + 1,
    to_char(at_now at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), coalesce(in_actor::text, ''), in_actor_kind, in_action,
    in_subject_type, in_subject_id, new_detail_hash, head.hash), 'UTF8')), 'hex');
  insert into events (chain, sequence, at, actor_id, actor_kind, action, subject_type, subject_id, detail_hash, previous_hash, hash)
    values (in_chain, head.sequence + 1, at_now, in_actor, in_actor_kind, in_action, in_subject_type, in_subject_id,
      new_detail_hash, head.hash, new_hash);
  insert into event_details (chain, sequence, salt, detail) values (in_chain, head.sequence + 1, new_salt, in_detail);
  update chains set sequence = head.sequence + 1, hash = new_hash where id = in_chain;
  return head.sequence + 1;
end $$;

create function stet_chain_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.id = old.id and new.sequence = old.sequence + 1 then
    return new;
  end if;
  raise exception 'a chain of the history only grows' using errcode = 'ST001';
end $$;
create trigger only_grows before update or delete on chains for each row execute function stet_chain_only_grows();

-- ---- the desk's first settings and scale ----
insert into settings (id, desk_name, time_zone, default_mode) values (1, 'The desk', 'UTC', 'open');
insert into ratings (id, key, label, description, position, value, stands) values
  ('00000000-0000-7000-8000-000000000001', 'true', 'True', 'The evidence bears the claim out.', 1, 5, true),
  ('00000000-0000-7000-8000-000000000002', 'mostly-true', 'Mostly true', 'Right in substance; a detail is loose.', 2, 4, true),
  ('00000000-0000-7000-8000-000000000003', 'half-true', 'Half true', 'Part of it holds and part of it does not.', 3, 3, false),
  ('00000000-0000-7000-8000-000000000004', 'mostly-false', 'Mostly false', 'Something in it is right, but not what it says.', 4, 2, false),
  ('00000000-0000-7000-8000-000000000005', 'false', 'False', 'The evidence contradicts it.', 5, 1, false),
  ('00000000-0000-7000-8000-000000000006', 'misleading', 'Misleading', 'Each word may be right; the impression is not.', 6, null, false),
  ('00000000-0000-7000-8000-000000000007', 'unsupported', 'Unsupported', 'No evidence was found that bears it out.', 7, null, false),
  ('00000000-0000-7000-8000-000000000008', 'not-checkable', 'Not checkable', 'Nobody can show it to be right or wrong.', 8, null, true);
