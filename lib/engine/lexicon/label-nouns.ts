/**
 * Nouns that give the number after them as a name rather than a count: "Route 66", "category 4", "Article 50", "Group of 20".
 * Hand-made from what news numbers: roads, laws, rooms, products, contests, grades. To add one: put it into the list.
 */
export const LABELS: ReadonlySet<string> = new Set(
  `route highway interstate motorway junction exit road runway gate terminal platform flight train bus bay pier lane
  article section chapter clause paragraph page pages volume issue book part verse psalm rule title schedule appendix annex amendment resolution directive regulation proposition prop bill act code form figure fig table box item
  no nos number num category cat level tier grade class type phase stage step unit block room suite apartment apt flat floor building ward district precinct zone sector area region division group pool lot
  game match round week day episode season series act scene lap heat test race super_bowl bowl version generation gen mark mk model windows mac iphone ipad galaxy pixel android xbox playstation
  channel radio fm am studio world war apollo sputnik soyuz voyager falcon boeing airbus
  formula covid agenda vision chapter tract plot track hole
  rfc iso bs en psr ngc fortune forbes ftse nikkei dax cac stoxx nasdaq s&p russell hang csi asx tsx sensex nifty
  studio area `
    .split(/\s+/u)
    .filter((w) => w !== ''),
);

/** Labels before "of" and a number: "Group of 20", "Class of 2015". */
export const LABELS_OF: ReadonlySet<string> = new Set(['group', 'class', 'spirit']);

/** What ends a street name, so that the number before it is a house's. */
export const STREETS: ReadonlySet<string> = new Set(
  'street st road rd avenue ave boulevard blvd lane drive dr way place square court terrace parkway pkwy highway crescent close hill row ranch plaza'.split(
    ' ',
  ),
);
