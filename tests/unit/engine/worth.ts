/** What a claim is taken for, and what is worth one. The wishes are those of `cases.ts`. */
import type { Case } from './cases.ts';

export const WORTH: readonly Case[] = [
  [
    'asked for',
    'The mayor should publish the audit before Friday’s vote, opposition leader Ana Rey said.',
    '~opinion The mayor should publish the audit before Friday’s vote',
  ],
  ['asked for', 'The bridge should be open by 4 May.', '~plan The bridge should be open by 4 May'],
  [
    'asked for',
    'The council should change the law to protect tenants, the Harwick Renters Union said.',
    '~opinion The council should change the law to protect tenants',
  ],
  [
    'asked for',
    'Drivers must under the new rules stop at every gate.',
    '~rule Drivers must under the new rules stop at every gate',
  ],
  [
    'asked for',
    '“The time has come for a ban on fireworks in Harwick,” said Ana Rey.',
    '~opinion The time has come for a ban on fireworks in Harwick',
  ],
  [
    'foretold',
    'The wool trade will continue to face “hard times” over the next two years, the Harwick Chamber of Commerce said.',
    '~prediction The wool trade will continue to face “hard times” over the next two years',
  ],
  [
    'foretold',
    'Many voters would be offended by the song, Ana Rey said.',
    '~prediction Many voters would be offended by the song',
  ],
  ['foretold', 'The gates will be open on 4 May.', '~plan The gates will be open on 4 May'],
  ['foretold', 'Some 3,000 farmers will still need seed.', '~quantity Some 3,000 farmers will still need seed'],
  [
    'facts',
    'Records were set for the number of boats sold in Harwick.',
    '~event Records were set for the number of boats sold in Harwick',
  ],
  [
    'facts',
    '“Norland is the fourth-largest grower of rye in the world,” said Ana Rey.',
    '~comparison Norland is the fourth-largest grower of rye in the world',
  ],
  ['facts', 'Growth in lending is slowing, said Ana Rey.', '~trend Growth in lending is slowing'],
  [
    'views',
    'Harwick had become a “breeding ground of crime”, Ana Rey said.',
    '~opinion Harwick had become a “breeding ground of crime”',
  ],
  // that a view was put in plain words is no card beside it, as a demand is
  [
    'sayings',
    '“I am very proud of the team,” mayor Ana Rey said.',
    '!“I am very proud of the team,” mayor Ana Rey said',
  ],
  [
    'sayings',
    '“The council must resign,” mayor Ana Rey said.',
    '~attribution “The council must resign,” mayor Ana Rey said',
  ],
  // what there is now is no event, and a view where it is somebody's
  ['views', '“We have a path to victory,” mayor Ana Rey said.', '~opinion We have a path to victory'],
  ['facts', 'Norland has a border with Sudmark.', '~position Norland has a border with Sudmark'],
  ['facts', 'The ports have both outlawed drones.', '~event The ports have both outlawed drones'],
  ['views', 'The song “has no place in Norland”, Ana Rey said.', '~opinion The song “has no place in Norland”'],
  // where it was said
  [
    'occasions',
    'In a speech in Leeds on 4 June, mayor Ana Rey said the port had closed.',
    '!a speech in Leeds on 4 June',
    '=1',
  ],
  [
    'occasions',
    'The mayor’s speech in Leeds on 4 June drew 300 people.',
    '~quantity The mayor’s speech in Leeds on 4 June drew 300 people',
  ],
];
