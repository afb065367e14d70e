/**
 * How names of merchants become entries of the index: spellings, guards, what to show. Used when the index is compiled
 * (`scripts/build-lexicon.ts`), not when the server runs.
 */
import { fold } from '../text/symbols.ts';
import { merchantsDailyLife } from './merchants-daily-life.ts';
import { merchantsFinance } from './merchants-finance.ts';
import { merchantsWorld } from './merchants-world.ts';
import { firstNames, placeWords } from './words.ts';

/** A brand as it comes from the map data: category and names, the one to show first. */
export interface Brand {
  category: string;
  names: readonly string[];
}

/** Brand names that are ordinary words of a statement, in English or German. */
const ordinaryWords = new Set(
  'star total mobile post smart orange first best real action next boots gap target shell otto subway express central general national royal city world direct global family prime plus one two three go now home house garden fresh green blue red black white gold silver sun moon sea lake park hill river bridge mountain forest market store shop center centre bank credit union federal capital trust life health care dental vision pharmacy clinic medical energy power gas oil water light electric auto car truck bike tire parts service repair rent rental lease hotel inn lodge resort travel tour cruise air fly jet train bus taxi cab ride food pizza burger taco chicken fish steak grill bar pub cafe coffee tea bakery donut ice cream candy sweet sugar salt pepper spice book news paper card gift toy game play sport fit gym yoga dance music film movie video photo camera phone cell wireless cable internet net web online digital tech data software computer office desk chair bed sofa lamp rug paint tool hardware lumber brick stone steel glass wood farm ranch country valley village town county state american united pacific atlantic western eastern northern southern north south east west continental metro urban star stadt land markt haus hof garten wald berg tal see meer sonne mond stern gold silber blau rot gruen weiss schwarz neu alt gross klein gut schoen frei leben zeit welt wasser feuer luft erde brot kaffee tee wein bier wurst fleisch fisch kaese milch butter eier obst gemuese blume baum vogel hund katze pferd kuh mann frau kind mutter vater bruder schwester freund familie name tag woche monat jahr morgen abend nacht essen trinken kaufen reise urlaub danke bitte rechnung miete strom lohn gehalt rente konto karte zahlung geld euro cent dollar pound check deposit transfer payment purchase sale return refund fee charge interest balance standard basic premium select choice value super mega ultra max mini micro pro deluxe classic original special event ticket arena stadium club team league union association society institute school college university academy learning training course lesson test exam church temple mission hope love peace grace faith joy spirit angel saint san santa las los el la le new old big little good great true pure clear simple easy quick fast slow hot cold dry wet open close start stop end top bottom left right high low long short wide deep full empty hit cap spar combi vision point spot mark form base line circle square cube box bag basket cart wagon wheel king queen prince knight duke lord lady crown castle tower gate wall door window roof floor room kitchen bath tank star jet tier bird lime spin bolt via uber miles ring nest echo hub link loop wave cloud sky rain snow wind storm fire flame spark flash bolt ace alpha beta delta gamma omega sigma nova vega orion apollo mercury venus mars jupiter saturn neptune pluto titan atlas hermes zeus athena victoria diana aurora luna sol terra aqua ventus ignis chip swan stash ally albert dave upgrade empower brilliant michaels ross express coach justice loft monsoon fossil vans diesel mango only weekday guess regal vue game sonic popeyes checkers denny friendly perkins cosi au bon bob abel max ben jerry tom tim peter paul mary jane anna lisa bella maria norma penny hofer lidl netto hit globus markant manor migros denner fust jumbo salt sunrise expert conrad alternate saturn louis polo falke wolford bogner joop boss esprit sally paula angelo marco luca prima extra ideal ergo arag axa hdi deka dws union advance monarch world finance security republic regional heights'.split(
    ' ',
  ),
);

/** Words with one letter that came from an apostrophe join the word before: `macy s` → `macys`. */
const joinLetterS = (name: string): string => name.replace(/([a-z]{2,}) s\b/g, '$1s');

const personal = new Set(firstNames.split(' '));
const places = new Set(placeWords.split(' '));

/** The ways in which statements write one name. */
const variantsOf = (name: string): string[] => {
  const folded = fold(name);
  const variants = new Set([folded, joinLetterS(folded)]);
  for (const variant of new Set(variants)) {
    const withoutAnd = variant.replace(/ (and|und|n) /g, ' ');
    variants.add(withoutAnd);
    if (variant.startsWith('the ')) variants.add(variant.slice(4));
    const joined = withoutAnd.replaceAll(' ', '');
    if (withoutAnd.includes(' ') && joined.length >= 8 && !/\d/.test(joined)) variants.add(joined);
  }
  return [...variants].filter((variant) => variant.length > 1 && !places.has(variant));
};

const isGuarded = (variant: string, curated: boolean): boolean => {
  if (variant.includes(' '))
    return variant.length <= 3 || (!curated && variant.split(' ').every((word) => ordinaryWords.has(word)));
  return (
    variant.length <= (curated ? 2 : 4) || ordinaryWords.has(variant) || personal.has(variant) || places.has(variant)
  );
};

/** Names that folding took a sign from, at the beginning of a merchant's name. */
const signs: Readonly<Record<string, string>> = {
  'A W': 'A&W',
  'At T': 'AT&T',
  'B H': 'B&H',
  'B M': 'B&M',
  'B Q': 'B&Q',
  'C A': 'C&A',
  'H M': 'H&M',
  'M S': 'M&S',
  'P O': 'P&O',
  'Pg E': 'PG&E',
  'R V': 'R+V',
};
const withSign = new RegExp(`^(${Object.keys(signs).join('|')})\\b`);

/** `mcdonald s` → `McDonald's`, `h m home` → `H&M Home`. */
const titleCase = (name: string): string =>
  name
    .replace(/(^|[ -])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/([a-z]) S\b/g, "$1's")
    .replace(/\bMc([a-z])/g, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(withSign, (start) => signs[start] ?? start);

const domainOf = (names: readonly string[]): string | null => {
  const withDomain = names.map((name) => / (com|de|co uk|net|org)$/.exec(name)).find((match) => match !== null);
  return withDomain
    ? withDomain.input
        .replace(/ co uk$/, '.co.uk')
        .replace(/ (com|de|net|org)$/, '.$1')
        .replaceAll(' ', '')
    : null;
};

/** Towns and states run kindergartens, schools and car parks, and collect for a hundred other things. */
const publicBody =
  /^(stadt|landeshauptstadt|gemeinde|landkreis|kreis|freistaat|kanton|city of|town of|village of|county of|state of)\s|\b(council|county|municipality|stadtverwaltung|gemeindeverwaltung)$/i;

/** Brands on maps whose name is that of many other places, or of something else on statements. */
const ambiguousBrands = new Set(
  'red lion hotels|red lion|argos|rewag|mensa|depot|praxis|casino|campus|columbus cafe'.split('|'),
);

const lineOf = (
  category: string,
  origin: 'C' | 'M',
  display: string,
  domain: string | null,
  variants: readonly string[],
): string => [category, origin, display, domain ?? '', variants.join('|')].join('\t');

/** Spellings of the names that are not taken yet; `!` marks a guarded one. */
const takeVariants = (names: readonly string[], taken: Set<string>, curated: boolean): string[] => {
  const variants: string[] = [];
  for (const name of names) {
    const guardedByHand = name.startsWith('!');
    for (const variant of variantsOf(name)) {
      if (taken.has(variant)) continue;
      taken.add(variant);
      variants.push(guardedByHand || isGuarded(variant, curated) ? `!${variant}` : variant);
    }
  }
  return variants;
};

/** The compiled index as text, one merchant a line: category, origin, name to show, domain, spellings. */
export const compileMerchants = (brands: readonly Brand[]): string => {
  const taken = new Set<string>();
  const lines: string[] = [];
  for (const lists of [merchantsWorld, merchantsDailyLife, merchantsFinance]) {
    for (const [category, list] of Object.entries(lists)) {
      for (const merchant of list.split(/,\s*/)) {
        const names = merchant.trim().split('|');
        const first = (names[0] as string).replace('!', '');
        if (first === '' || first.startsWith('none ') || first.endsWith(' none')) continue;
        const variants = takeVariants(names, taken, true);
        if (variants.length > 0) lines.push(lineOf(category, 'C', titleCase(first), domainOf(names), variants));
      }
    }
  }
  for (const { category, names } of brands) {
    const display = names[0] as string;
    if (ambiguousBrands.has(fold(display)) || /^red lion/i.test(display) || publicBody.test(display)) continue;
    const variants = takeVariants(names, taken, false);
    if (variants.length > 0) lines.push(lineOf(category, 'M', display, null, variants));
  }
  return `# Generated by scripts/build-lexicon.ts, partly from name-suggestion-index (BSD-3-Clause). Do not edit.\n${lines.join('\n')}\n`;
};
