import type { RevisionDTO } from '#lib/articles/types.ts';

/** Names the reading that a text is shown in: another once the engine has cut the text otherwise. */
export const readingKey = ({
  id,
  engineVersion,
  sentences,
  blocks,
}: Pick<RevisionDTO, 'id' | 'engineVersion' | 'sentences' | 'blocks'>): string =>
  [id, engineVersion, blocks.length, sentences.length].join(' ');
