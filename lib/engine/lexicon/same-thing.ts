/**
 * Nouns that news calls one and the same thing by, one after the other: a "crash" is "the accident" three sentences on. Written for Stet from reading news.
 */

/** What may be said of one thing, and what may be said of all of its sort, but is never the first word for it. */
export type Sort = { readonly nouns: ReadonlySet<string>; readonly loose: ReadonlySet<string> };

const sort = (nouns: string, loose = ''): Sort => ({
  nouns: new Set(nouns.split(/\s+/)),
  loose: new Set(loose.split(/\s+/).filter((word) => word !== '')),
});

/** In each sort a loose word may mean any of its nouns, a noun only itself. */
export const SORTS: readonly Sort[] = [
  sort(
    'crash collision derailment explosion blast collapse fire blaze leak spill sinking stampede crush outage wreck pile-up landslide avalanche breach blackout',
    'accident incident disaster tragedy mishap emergency',
  ),
  sort(
    'attack assault shooting stabbing bombing raid ambush massacre robbery theft murder killing arson kidnapping hack airstrike burglary heist',
    'attack incident crime violence assault',
  ),
  sort('earthquake quake tremor flood storm hurricane typhoon cyclone tornado eruption drought wildfire', 'disaster'),
  sort('bill law act ordinance statute amendment directive decree', 'measure legislation law proposal'),
  sort('plan scheme project proposal programme program initiative', 'proposal plan project scheme idea'),
  sort('deal agreement accord pact treaty contract truce ceasefire settlement', 'deal agreement pact accord'),
  sort('report study survey paper analysis audit review inquiry', 'report document findings research'),
  sort('merger takeover acquisition purchase sale', 'deal transaction move'),
  sort('lawsuit suit complaint', 'case action'),
  sort('protest rally march riot vigil', 'protest unrest'),
  sort('strike walkout stoppage', 'action dispute'),
  sort('ban suspension boycott embargo moratorium', 'restriction measure'),
  sort('festival concert parade exhibition fair conference summit convention tournament championship', 'event'),
  sort('ship boat ferry tanker trawler yacht freighter barge dredger lifeboat submarine frigate', 'vessel ship boat'),
  sort('plane airliner jet helicopter', 'aircraft plane'),
  sort('film documentary', 'movie picture'),
  sort('levy tax surcharge toll fee', 'charge'),
  sort('bridge tunnel dam tower stadium', 'structure'),
  sort('vaccine drug pill', 'treatment medicine'),
];
