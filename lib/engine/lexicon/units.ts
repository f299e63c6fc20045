/**
 * Units of measure. Hand-made: the SI and its customary prefixes, the customary units of Britain and the United States, and the rates news writes as one sign.
 *
 * To add one: one line. First the name the engine gives, then its written words (a plural in -s is understood), then, after a bar, its signs, which keep their
 * capitals and may be glued to the figure.
 */
const LINES: readonly string[] = [
  'percent: percent, per cent, per-cent, pct, pc, p.c. | % ％',
  'percentage points: percentage point, percent point, per cent point, %-point, pp, ppt',
  'basis points: basis point, bp, bps',
  // time
  'millisecond: millisecond | ms',
  'second: second, sec, secs',
  'minute: minute, min, mins',
  'hour: hour, hr, hrs | h',
  'day: day',
  'week: week',
  'fortnight: fortnight',
  'month: month',
  'quarter-year: ',
  'year: year, yr, yrs',
  'decade: decade',
  'century: century, centuries',
  // length
  'nanometre: nanometre, nanometer | nm',
  'micrometre: micrometre, micrometer, micron | μm µm',
  'millimetre: millimetre, millimeter | mm',
  'centimetre: centimetre, centimeter | cm',
  'metre: metre, meter | m',
  'kilometre: kilometre, kilometer | km kms',
  'inch: inch, inches | in. ″',
  'foot: foot, feet | ft ft. ′',
  'yard: yard | yd yds',
  'mile: mile | mi',
  'nautical mile: nautical mile',
  'light year: light year, lightyear',
  // area
  'square inch: square inch, square inches, sq inch, sq in',
  'square foot: square foot, square feet, sq foot, sq feet, sq ft, sqft',
  'square yard: square yard, sq yard, sq yd',
  'square metre: square metre, square meter, sq metre, sq meter, sq m, sqm | m² m2',
  'square kilometre: square kilometre, square kilometer, sq kilometre, sq kilometer, sq km | km² km2',
  'square mile: square mile, sq mile, sq mi',
  'acre: acre',
  'hectare: hectare | ha',
  // volume
  'millilitre: millilitre, milliliter | ml mL',
  'centilitre: centilitre, centiliter | cl',
  'litre: litre, liter | l L',
  'cubic centimetre: cubic centimetre, cubic centimeter | cc',
  'cubic metre: cubic metre, cubic meter | m³ m3',
  'cubic foot: cubic foot, cubic feet',
  'pint: pint',
  'quart: quart',
  'gallon: gallon | gal',
  'barrel: barrel | bbl',
  'barrel per day:  | bpd',
  'bushel: bushel',
  // mass
  'microgram: microgram, microgramme | μg µg mcg',
  'milligram: milligram, milligramme | mg',
  'gram: gram, gramme | g',
  'kilogram: kilogram, kilogramme, kilo | kg kgs',
  'tonne: tonne, metric ton | t MT',
  'ton: ton',
  'megatonne: megatonne, megaton | Mt',
  'gigatonne: gigatonne, gigaton | Gt',
  'ounce: ounce | oz',
  'pound: pound | lb lbs',
  'stone: stone | st',
  'carat: carat',
  // temperature and angle
  'degree Celsius: degree celsius, degrees celsius, degree centigrade, degrees centigrade, degree c, degrees c, celsius, centigrade | °C ℃ C',
  'degree Fahrenheit: degree fahrenheit, degrees fahrenheit, degree f, degrees f, fahrenheit | °F ℉ F',
  'kelvin: kelvin',
  'degree: degree | °',
  // speed and consumption
  'mile per hour: mile per hour, miles per hour, mile an hour, miles an hour | mph',
  'kilometre per hour: kilometre per hour, kilometres per hour, kilometer per hour, kilometers per hour, kilometres an hour, kilometers an hour | km/h kph kmh kmph',
  'metre per second: metres per second, meters per second | m/s',
  'knot: knot | kt kts',
  'mile per gallon: mile per gallon, miles per gallon | mpg',
  'revolution per minute: revolutions per minute | rpm',
  'beat per minute: beats per minute | bpm',
  // power, energy, force, pressure
  'watt: watt | W',
  'kilowatt: kilowatt | kW',
  'megawatt: megawatt | MW',
  'gigawatt: gigawatt | GW',
  'terawatt: terawatt | TW',
  'watt-hour: watt hour | Wh',
  'kilowatt-hour: kilowatt hour | kWh',
  'megawatt-hour: megawatt hour | MWh',
  'gigawatt-hour: gigawatt hour | GWh',
  'terawatt-hour: terawatt hour | TWh',
  'brake horsepower: brake horsepower | bhp',
  'horsepower: horsepower | hp',
  'joule: joule | J',
  'electronvolt: electronvolt, electron volt | eV',
  'kiloelectronvolt: kiloelectronvolt | keV',
  'megaelectronvolt: megaelectronvolt | MeV',
  'gigaelectronvolt: gigaelectronvolt | GeV',
  'teraelectronvolt: teraelectronvolt | TeV',
  'kilojoule: kilojoule | kJ',
  'kilonewton: kilonewton | kN',
  'metric horsepower: metric horsepower | ps',
  'pound-foot: pound foot, pound feet, pounds feet | lb-ft lbft',
  'calorie: calorie | cal',
  'kilocalorie: kilocalorie | kcal',
  'volt: volt | V',
  'kilovolt: kilovolt | kV',
  'amp: amp, ampere | A',
  'milliampere-hour: milliampere hour | mAh',
  'newton metre: newton metre, newton meter | Nm',
  'pascal: pascal | Pa',
  'hectopascal: hectopascal | hPa',
  'kilopascal: kilopascal | kPa',
  'megapascal: megapascal | MPa',
  'gigapascal: gigapascal | GPa',
  'bar:  | bar',
  'millibar: millibar | mb mbar',
  'pound per square inch: pounds per square inch | psi',
  // waves, sound, light
  'hertz: hertz | Hz',
  'kilohertz: kilohertz | kHz',
  'megahertz: megahertz | MHz',
  'gigahertz: gigahertz | GHz',
  'decibel: decibel | dB',
  'lumen: lumen',
  // data
  'bit: bit',
  'byte: byte',
  'kilobyte: kilobyte | KB kB',
  'megabyte: megabyte | MB',
  'gigabyte: gigabyte | GB',
  'terabyte: terabyte | TB',
  'petabyte: petabyte | PB',
  'megabit per second: megabits per second | Mbps',
  'gigabit per second: gigabits per second | Gbps',
  'frame per second: frame per second, frames per second | fps',
  'dot per inch: dots per inch | dpi',
  'pixel per inch: pixels per inch | ppi',
  'pixel: pixel | px',
  'megapixel: megapixel | MP',
  // concentration and radiation
  'part per million: part per million, parts per million | ppm',
  'part per billion: part per billion, parts per billion | ppb',
  'microgram per cubic metre: micrograms per cubic metre, micrograms per cubic meter | μg/m3 µg/m3 μg/m³ µg/m³',
  'millisievert: millisievert | mSv',
  'becquerel: becquerel | Bq',
];

type Entry = { readonly name: string; readonly words: readonly string[]; readonly signs: readonly string[] };

function parse(line: string): Entry {
  const colon = line.indexOf(':');
  const [words = '', signs = ''] = line.slice(colon + 1).split('|');
  const listed = words
    .split(',')
    .map((w) => w.trim())
    .filter((w) => w !== '');
  return { name: line.slice(0, colon), words: listed, signs: signs.split(' ').filter((s) => s !== '') };
}

const ENTRIES = LINES.map(parse);

const withPlural = (word: string): string[] =>
  word.endsWith('s') || word.endsWith('feet') ? [word] : [word, `${word}s`];

/** Written units, lower case, to the unit's name. */
export const UNIT_WORDS: ReadonlyMap<string, string> = new Map(
  ENTRIES.flatMap((e) => e.words.flatMap((w) => withPlural(w).map((form) => [form, e.name] as const))),
);

/** Signs, capitals kept, to the unit's name. */
export const UNIT_SIGNS: ReadonlyMap<string, string> = new Map(
  ENTRIES.flatMap((e) => e.signs.map((s) => [s, e.name] as const)),
);

/** Signs of two letters or more that mean one unit however their capitals fall: "MPH", "Kwh", "gb". */
export const UNIT_SIGNS_ANY_CASE: ReadonlyMap<string, string> = new Map(
  [...Map.groupBy(UNIT_SIGNS, ([sign]) => sign.toLowerCase())].flatMap(([sign, all]) => {
    const names = new Set(all.map(([, name]) => name));
    return sign.length > 1 && names.size === 1 ? all.slice(0, 1).map(([, name]) => [sign, name] as const) : [];
  }),
);

/** Signs of one letter that are units only where they are glued to the figure or follow a decimal: "37m", not "10 a". */
export const SHY_SIGNS: ReadonlySet<string> = new Set([
  'st',
  'h',
  'm',
  'l',
  'L',
  'g',
  't',
  'C',
  'F',
  'W',
  'V',
  'A',
  'J',
  'in.',
  'mi',
  'MP',
]);

/** Units of time, from longest to shortest. */
export const TIME_UNITS: ReadonlySet<string> = new Set([
  'millisecond',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'month',
  'year',
  'decade',
  'century',
]);

/** What may stand after "a", "an", "each" or "every" as the base of a rate: "$76 a barrel", "three times a week". */
export const RATE_BASES: ReadonlySet<string> = new Set([
  ...TIME_UNITS,
  'quarter',
  'night',
  'season',
  'barrel',
  'gallon',
  'litre',
  'liter',
  'ounce',
  'pound',
  'kilo',
  'kilogram',
  'kg',
  'tonne',
  'ton',
  'bushel',
  'acre',
  'hectare',
  'head',
  'person',
  'share',
  'unit',
  'piece',
  'ticket',
  'pint',
  'mile',
  'kilometre',
  'kilometer',
  'vehicle',
  'child',
  'pupil',
  'student',
  'patient',
  'household',
  'game',
  'pop',
  'dose',
  'bottle',
]);
