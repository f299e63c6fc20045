/**
 * What Stet promises about its security, each with the test that holds it to it: its file, and words of the test's name.
 * docs/security.md is written from this list (scripts/security.ts), and a test refuses a promise whose test is not there.
 */
export type Promised = { readonly says: string; readonly file: string; readonly test: string };

export const PROMISES: readonly Promised[] = [
  {
    says: 'Every page, route and action has one rule, and is refused to everybody else, signed out, disabled and outside the article included.',
    file: 'tests/db/trust/refusals.apart.test.ts',
    test: 'every page, route and action has its rule',
  },
  {
    says: 'A guest of an article is let into five doors, and every other refuses them, or shows them what it shows to anybody.',
    file: 'tests/db/trust/refusals.apart.test.ts',
    test: 'is refused to whom it is not for before anything is worked out',
  },
  {
    says: 'A guest sees the text and the questions to the writer: nothing else of what the desk knows, and nothing that a blind verdict hides.',
    file: 'tests/db/comments/guests.test.ts',
    test: 'sees the text and the questions to the writer, and nothing else of what the desk knows',
  },
  {
    says: 'A guest’s stream says that their own page is otherwise, and nothing by words, gaps or marks of what they may not see.',
    file: 'tests/db/live/live.test.ts',
    test: 'of what a guest does not see nothing is told',
  },
  {
    says: 'A guest’s link ends at its date, and at once when it is revoked.',
    file: 'tests/db/comments/guests.test.ts',
    test: 'opens nothing and takes nothing',
  },
  {
    says: 'The token of a guest’s link is kept nowhere, and guessing one comes to an end.',
    file: 'tests/db/trust/refusals.apart.test.ts',
    test: 'opens by its token alone, which is kept nowhere',
  },
  {
    says: 'Nothing that costs (the engine, a password hash) is done for anybody before their right is known.',
    file: 'tests/db/trust/refusals.apart.test.ts',
    test: 'is refused to whom it is not for before anything is worked out',
  },
  {
    says: 'No action, route or page can be written without its gate.',
    file: 'tests/structure/structure.test.ts',
    test: 'begin with the gate of their transport',
  },
  {
    says: 'What is kept from somebody and what is not there are answered in the same words.',
    file: 'tests/db/trust/refusals.apart.test.ts',
    test: 'answers alike for what is kept from somebody and for what is not there',
  },
  {
    says: 'No address, however malformed, is a fault of the server’s.',
    file: 'tests/db/trust/unseen.doors.test.ts',
    test: 'that says nonsense is no fault of the server',
  },
  {
    says: 'A record’s id does not tell when something that is kept from its reader came to be.',
    file: 'tests/db/trust/unseen.doors.test.ts',
    test: 'a claimant’s id does not tell',
  },
  {
    says: 'A blind verdict shows to nobody but its author before the second is in: not in pages, lists, counts, history or exports.',
    file: 'tests/db/trust/leak.doors.test.ts',
    test: 'nothing that the others can reach tells of a blind verdict',
  },
  {
    says: 'Whether a hidden verdict bears a rating shows in no answer about the scale.',
    file: 'tests/db/trust/blind.test.ts',
    test: 'whether a hidden verdict bears a rating shows in no answer about it',
  },
  {
    says: 'Who opens a blind article, reads, and shuts it again gives no verdict that counts as blind.',
    file: 'tests/db/trust/blind.test.ts',
    test: 'gives no verdict that counts as blind',
  },
  {
    says: 'A copied session cookie is dead after sign-out.',
    file: 'tests/e2e/doors.spec.ts',
    test: 'is worth nothing after its owner has signed out',
  },
  {
    says: 'A session ends after its idle limit and after its lifetime, whatever the cookie says.',
    file: 'tests/db/people/gate.apart.test.ts',
    test: 'shuts after the idle limit and after the lifetime',
  },
  {
    says: 'A forgotten page does not keep its session alive by asking for changes.',
    file: 'tests/db/people/gate.apart.test.ts',
    test: 'is not kept open by what a page asks by itself',
  },
  {
    says: 'One session, or all of one’s sessions, can be ended, at their next request.',
    file: 'tests/db/people/gate.apart.test.ts',
    test: 'shuts for one session that was ended, and stays open for the others',
  },
  {
    says: 'Guessing a password comes to an end.',
    file: 'tests/db/people/sign-in.apart.test.ts',
    test: 'at one account from one address ends after ten tries',
  },
  {
    says: 'Nobody’s guesses keep the owner out: not elsewhere, and in their own browser nowhere.',
    file: 'tests/db/people/sign-in.apart.test.ts',
    test: 'never keeps the owner out',
  },
  {
    says: 'A flood of sign-ins is worked on two hashes at a time, and those who are known go first.',
    file: 'tests/db/people/sign-in.apart.test.ts',
    test: 'by a flood from a hundred addresses is worked on two at a time',
  },
  {
    says: 'A spent one-time link costs no hash.',
    file: 'tests/db/people/sign-in.apart.test.ts',
    test: 'costs no hash, and its guessing comes to an end',
  },
  {
    says: 'Common passwords, and those made of the person’s or the desk’s own names, are refused.',
    file: 'tests/unit/people/password.test.ts',
    test: 'is a common one',
  },
  {
    says: 'Nobody is let in, by invitation, role or link, from a session whose password was typed long ago.',
    file: 'tests/db/people/gate.apart.test.ts',
    test: 'lets nobody in by a session whose password was typed long ago',
  },
  {
    says: 'Whom a link was made for is told on the next page they come to.',
    file: 'tests/e2e/doors.spec.ts',
    test: 'whom it is for is told',
  },
  {
    says: 'A stranger’s body is refused by its length, before it is read.',
    file: 'tests/unit/platform/front.test.ts',
    test: 'of a stranger is refused by its length, before it is read',
  },
  {
    says: 'What strangers have done for them is bounded in count, from one address and from a hundred.',
    file: 'tests/unit/platform/front.test.ts',
    test: 'from a hundred addresses finds so many places and no more',
  },
  {
    says: 'Who sends no body to its end keeps nobody else out.',
    file: 'tests/unit/platform/front.test.ts',
    test: 'who keeps a place without sending what they began to send gives it up',
  },
  {
    says: 'No spelling of an address gets a stranger past the bounds.',
    file: 'tests/unit/platform/front.test.ts',
    test: 'is no file, and is counted',
  },
  {
    says: 'No connection is kept open by asking for an upgrade.',
    file: 'tests/e2e/doors.spec.ts',
    test: 'a connection that asks to be more than http is answered as any other',
  },
  {
    says: 'The history cannot be filled from outside.',
    file: 'tests/db/people/sign-in.apart.test.ts',
    test: 'fills the history only so far',
  },
  {
    says: 'A text that loops, or eats memory, is stopped, and pages answer meanwhile.',
    file: 'tests/unit/platform/bounded.test.ts',
    test: 'while one text loops and another eats memory, a server in this process answers',
  },
  {
    says: 'The process that reads texts sees no secret, writes nothing, and reads nothing but the program: not the settings and data beside it.',
    file: 'tests/unit/platform/bounded.test.ts',
    test: 'sees no secret, writes nothing, and reads nothing but the program',
  },
  {
    says: 'A link leads the server to no private or special address, in whatever notation it is written.',
    file: 'tests/unit/fetch/addresses.test.ts',
    test: 'is refused as private, and no name is looked up',
  },
  {
    says: 'Nor does a host’s name: every address that it has is checked, and the connection goes to one that was.',
    file: 'tests/unit/fetch/names.test.ts',
    test: 'that has another address a moment later is asked at the one that was checked',
  },
  {
    says: 'Nor does a page to which the link leads, by leading on.',
    file: 'tests/unit/fetch/redirects.test.ts',
    test: 'is refused there as it would be here, whatever ports are open',
  },
  {
    says: 'What a link brings is bounded in bytes, as they come and as they unpack, and in time.',
    file: 'tests/unit/fetch/bounds.test.ts',
    test: 'is bounded for a server that',
  },
  {
    says: 'Bytes that came from elsewhere are handed out as a file to save, sandboxed, and never guessed at; what is shown of them is a picture by its own bytes.',
    file: 'tests/unit/platform/http.test.ts',
    test: 'has nothing of what came from elsewhere run, guessed or kept',
  },
  {
    says: 'What is done in the background is done with the rights that its person has when it is done.',
    file: 'tests/db/jobs/jobs.test.ts',
    test: 'its person is asked for their rights when it runs',
  },
  {
    says: 'An admin learns of others’ work in the background no name of what it is about.',
    file: 'tests/db/jobs/jobs.test.ts',
    test: 'a refusal ends it and is told in words',
  },
  {
    says: 'No nonce is taken from a request’s head.',
    file: 'tests/unit/platform/front.test.ts',
    test: 'does not come from outside',
  },
  {
    says: 'Over https browsers are told to come by https alone.',
    file: 'tests/unit/platform/front.test.ts',
    test: 'over https browsers are told to come by https alone',
  },
  {
    says: 'A look ahead at an export hands nothing out and writes nothing.',
    file: 'tests/db/trust/unseen.doors.test.ts',
    test: 'and nothing is written',
  },
  {
    says: 'Who a confidential source is, nobody learns to whom it is not named: by no page, route, action, file, command or event, whatever their role.',
    file: 'tests/db/trust/confidential.doors.test.ts',
    test: 'every door that the code has is looked behind',
  },
  {
    says: 'Nor by the size of an answer.',
    file: 'tests/db/trust/confidential.doors.test.ts',
    test: 'which are those of an article whose source has a short name',
  },
  {
    says: 'The log has no rows and no values of what went wrong in the database.',
    file: 'tests/unit/platform/log.test.ts',
    test: 'the log says nothing of %s',
  },
  {
    says: 'A stream tells nobody of an article that is kept to others: not that it moves, and not who is on it.',
    file: 'tests/db/live/live.test.ts',
    test: 'of an article that is kept to others: not that it moves, not who is on it',
  },
  {
    says: 'A stream does not tell that a blind verdict was given, nor what would give it away: not by its mark either.',
    file: 'tests/db/live/live.test.ts',
    test: 'of a blind verdict and of what would give it away, until something comes that all may see',
  },
  {
    says: 'That somebody is writing a verdict shows in the open mode alone.',
    file: 'tests/db/live/live.test.ts',
    test: 'and who writes a verdict, in the open mode alone',
  },
  {
    says: 'What needs somebody does not tell that a blind verdict is given anew or has become stale, nor what is said on it.',
    file: 'tests/db/needs/needs.test.ts',
    test: 'that a blind verdict is given anew, or has become stale, or what is said on it',
  },
  {
    says: 'A letter tells nothing of a blind verdict, nothing of an article to whom may not read it, and of a restricted one no headline.',
    file: 'tests/db/needs/mail.test.ts',
    test: 'it is written by what its reader may see when it goes out: nothing of a blind verdict, of a restricted article no headline',
  },
  {
    says: 'An open stream ends with its session, and tells it nothing more.',
    file: 'tests/db/live/live.test.ts',
    test: 'to a session that has ended, whose stream ends with it',
  },
  {
    says: 'A mark says nothing of what happens, to its holder and to anybody else.',
    file: 'tests/unit/live/mark.test.ts',
    test: 'has one length, whatever it holds, and is never twice the same',
  },
  {
    says: 'Nobody signs off their own verdict, nor one whose basis they have edited: the database refuses it.',
    file: 'tests/db/trust/adversary.test.ts',
    test: 'nobody signs off what is their own',
  },
  {
    says: 'The history only grows, and what was changed in it behind Stet’s back is found.',
    file: 'tests/db/trust/tamper.test.ts',
    test: 'is found in the database',
  },
];
