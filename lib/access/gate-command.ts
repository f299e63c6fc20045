import { mintActor } from './gate.ts';
import type { Actor, PersonActor, Role } from './types.ts';

type Person = { id: string; name: string; email: string; role: Role };

/**
 * Whoever runs commands on the machine: may all that an admin may, but for what only a person does. In a person's name,
 * what that person may, and the history names them.
 */
export function commandActor(person?: Person): Actor {
  return mintActor({ kind: 'command', ...(person ?? { id: null, name: 'Command line', email: '', role: 'admin' }) });
}

/** A person of the samples that a new desk starts with, for writing those samples alone: nobody has signed in yet. */
export function sampleActor(person: Person): PersonActor {
  return mintActor({ kind: 'person', ...person }) as PersonActor;
}
