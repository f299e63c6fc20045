-- ---- flags for legal attention: questions that are put to whoever answers for the law ----
-- AlterEnum
ALTER TYPE "query_addressee" ADD VALUE 'legal';
