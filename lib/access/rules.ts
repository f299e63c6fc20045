import type { Actor, PersonActor } from './types.ts';

export const isPerson = (actor: Actor): actor is PersonActor => actor.kind === 'person' && actor.id !== null;
