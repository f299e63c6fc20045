import type { Actor, PersonActor } from './types.ts';

/** Whoever runs the machine, and the desk's own jobs, see all there is. */
export const seesAll = ({ kind, id }: Pick<Actor, 'kind' | 'id'>): boolean =>
  kind === 'command' || (kind === 'job' && id === null);

export const isPerson = (actor: Actor): actor is PersonActor => actor.kind === 'person' && actor.id !== null;
