/**
 * Compiles the curated merchants and npm `name-suggestion-index` (BSD-3-Clause) into `lexicon/merchants.gen.txt`.
 * Run `node scripts/build-lexicon.ts` after changing a list or updating the package.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Brand, compileMerchants } from '../server/src/modules/categorization/lexicon/merchant-names.ts';
import { fold } from '../server/src/modules/categorization/text/symbols.ts';

interface Item {
  displayName: string;
  locationSet: { include: (string | number[])[] };
  matchNames?: string[];
  tags: Record<string, string>;
}

/** OpenStreetMap kind of place → category. Kinds that nobody pays by card at are left out. */
const categoryOfKind: Readonly<Record<string, string>> = {
  'amenity/fast_food': 'fast_food',
  'amenity/restaurant': 'restaurants',
  'amenity/cafe': 'coffee',
  'amenity/bar': 'bars_liquor',
  'amenity/pub': 'bars_liquor',
  'amenity/ice_cream': 'bakery_food',
  'amenity/fuel': 'fuel',
  'amenity/charging_station': 'fuel',
  'man_made/charge_point': 'fuel',
  'amenity/pharmacy': 'pharmacy',
  'amenity/cinema': 'tv_film',
  'amenity/car_rental': 'rental_car',
  'amenity/car_sharing': 'rental_car',
  'amenity/car_wash': 'car_service',
  'amenity/bicycle_rental': 'bikes_scooters',
  'amenity/dentist': 'dentist',
  'amenity/doctors': 'doctor',
  'amenity/clinic': 'doctor',
  'amenity/hospital': 'doctor',
  'amenity/veterinary': 'veterinary',
  'amenity/animal_boarding': 'pet_supplies',
  'amenity/kindergarten': 'childcare',
  'amenity/childcare': 'childcare',
  'amenity/language_school': 'education',
  'amenity/prep_school': 'education',
  'amenity/driving_school': 'education',
  'amenity/music_school': 'education',
  'amenity/training': 'education',
  'amenity/university': 'education',
  'amenity/college': 'education',
  'amenity/school': 'education',
  'amenity/casino': 'gambling',
  'amenity/gambling': 'gambling',
  'amenity/parking': 'parking',
  'amenity/post_office': 'postage',
  'amenity/money_transfer': 'private_transfer_out',
  'amenity/karaoke_box': 'other_entertainment',
  'amenity/vehicle_inspection': 'car_service',
  'amenity/payment_centre': 'other_services',
  'shop/supermarket': 'groceries',
  'shop/convenience': 'convenience_store',
  'shop/bakery': 'bakery_food',
  'shop/pastry': 'bakery_food',
  'shop/butcher': 'bakery_food',
  'shop/confectionery': 'bakery_food',
  'shop/chocolate': 'bakery_food',
  'shop/deli': 'groceries',
  'shop/dairy': 'groceries',
  'shop/cheese': 'groceries',
  'shop/greengrocer': 'groceries',
  'shop/frozen_food': 'groceries',
  'shop/health_food': 'groceries',
  'shop/seafood': 'groceries',
  'shop/nuts': 'groceries',
  'shop/coffee': 'coffee',
  'shop/tea': 'coffee',
  'shop/alcohol': 'bars_liquor',
  'shop/wine': 'bars_liquor',
  'shop/beverages': 'bars_liquor',
  'shop/clothes': 'clothing',
  'shop/shoes': 'clothing',
  'shop/jewelry': 'clothing',
  'shop/watches': 'clothing',
  'shop/bag': 'clothing',
  'shop/leather': 'clothing',
  'shop/fashion_accessories': 'clothing',
  'shop/electronics': 'electronics',
  'shop/computer': 'electronics',
  'shop/hifi': 'electronics',
  'shop/camera': 'electronics',
  'shop/appliance': 'electronics',
  'shop/mobile_phone': 'telephone',
  'shop/telecommunication': 'telephone',
  'office/telecommunication': 'telephone',
  'shop/books': 'books_press',
  'shop/newsagent': 'books_press',
  'shop/kiosk': 'convenience_store',
  'shop/stationery': 'office_supplies',
  'shop/copyshop': 'office_supplies',
  'shop/printer_ink': 'office_supplies',
  'shop/sports': 'sporting_goods',
  'shop/outdoor': 'sporting_goods',
  'shop/fishing': 'sporting_goods',
  'shop/bicycle': 'bikes_scooters',
  'shop/motorcycle': 'car_service',
  'shop/toys': 'gifts_toys',
  'shop/gift': 'gifts_toys',
  'shop/party': 'gifts_toys',
  'shop/craft': 'gifts_toys',
  'shop/games': 'gifts_toys',
  'shop/florist': 'gifts_toys',
  'shop/fabric': 'gifts_toys',
  'shop/art': 'gifts_toys',
  'shop/pet': 'pet_supplies',
  'shop/tobacco': 'tobacco',
  'shop/e-cigarette': 'tobacco',
  'shop/cannabis': 'other_medical',
  'shop/variety_store': 'discount_store',
  'shop/second_hand': 'discount_store',
  'shop/charity': 'discount_store',
  'shop/department_store': 'department_store',
  'shop/general': 'superstore',
  'shop/wholesale': 'superstore',
  'shop/mall': 'other_shopping',
  'shop/country_store': 'hardware_garden',
  'shop/furniture': 'furniture',
  'shop/bed': 'furniture',
  'shop/kitchen': 'furniture',
  'shop/interior_decoration': 'furniture',
  'shop/houseware': 'furniture',
  'shop/household_linen': 'furniture',
  'shop/carpet': 'furniture',
  'shop/curtain': 'furniture',
  'shop/window_blind': 'furniture',
  'shop/lighting': 'furniture',
  'shop/bathroom_furnishing': 'furniture',
  'shop/doityourself': 'hardware_garden',
  'shop/hardware': 'hardware_garden',
  'shop/garden_centre': 'hardware_garden',
  'shop/paint': 'hardware_garden',
  'shop/tiles': 'hardware_garden',
  'shop/flooring': 'hardware_garden',
  'shop/trade': 'hardware_garden',
  'shop/electrical': 'hardware_garden',
  'shop/agrarian': 'hardware_garden',
  'shop/groundskeeping': 'hardware_garden',
  'shop/car': 'car_service',
  'shop/car_repair': 'car_service',
  'shop/car_parts': 'car_service',
  'shop/tyres': 'car_service',
  'shop/motorcycle_repair': 'car_service',
  'shop/truck': 'car_service',
  'shop/caravan': 'car_service',
  'shop/gas': 'electricity_gas',
  'shop/chemist': 'drugstore_care',
  'shop/cosmetics': 'hair_beauty',
  'shop/perfumery': 'hair_beauty',
  'shop/beauty': 'hair_beauty',
  'shop/hairdresser': 'hair_beauty',
  'shop/hairdresser_supply': 'hair_beauty',
  'shop/massage': 'hair_beauty',
  'shop/optician': 'eye_care',
  'shop/hearing_aids': 'other_medical',
  'shop/medical_supply': 'other_medical',
  'shop/nutrition_supplements': 'pharmacy',
  'shop/herbalist': 'pharmacy',
  'shop/laundry': 'laundry',
  'shop/dry_cleaning': 'laundry',
  'shop/travel_agency': 'other_travel',
  'shop/ticket': 'events_attractions',
  'shop/lottery': 'gambling',
  'shop/bookmaker': 'gambling',
  'shop/video_games': 'video_games',
  'shop/video': 'tv_film',
  'shop/music': 'music_audio',
  'shop/musical_instrument': 'music_audio',
  'shop/storage_rental': 'storage',
  'shop/pawnbroker': 'gifts_toys',
  'shop/money_lender': 'loan_instalment',
  'shop/funeral_directors': 'other_services',
  'shop/tool_hire': 'other_services',
  'shop/plant_hire': 'other_services',
  'shop/rental': 'other_services',
  'shop/photo': 'other_services',
  'shop/baby_goods': 'children_goods',
  'shop/locksmith': 'home_repair',
  'shop/pest_control': 'home_repair',
  'shop/swimming_pool': 'home_repair',
  'shop/erotic': 'other_shopping',
  'shop/outpost': 'online_marketplace',
  'office/insurance': 'other_insurance',
  'office/tax_advisor': 'accounting',
  'office/financial_advisor': 'accounting',
  'office/lawyer': 'legal_consulting',
  'office/consulting': 'legal_consulting',
  'office/estate_agent': 'rent',
  'office/coworking': 'other_services',
  'office/moving_company': 'other_services',
  'office/logistics': 'postage',
  'office/security': 'home_security',
  'office/mortgage': 'mortgage_payment',
  'office/union': 'membership',
  'office/political_party': 'membership',
  'office/energy_supplier': 'electricity_gas',
  'office/water_utility': 'water',
  'office/employment_agency': 'other_services',
  'leisure/fitness_centre': 'fitness',
  'leisure/sports_centre': 'fitness',
  'leisure/bowling_alley': 'other_entertainment',
  'leisure/trampoline_park': 'other_entertainment',
  'leisure/amusement_arcade': 'other_entertainment',
  'leisure/adult_gaming_centre': 'gambling',
  'leisure/indoor_play': 'other_entertainment',
  'leisure/escape_game': 'other_entertainment',
  'leisure/miniature_golf': 'other_entertainment',
  'tourism/hotel': 'lodging',
  'tourism/motel': 'lodging',
  'tourism/hostel': 'lodging',
  'tourism/caravan_site': 'lodging',
  'tourism/theme_park': 'events_attractions',
  'craft/plumber': 'home_repair',
  'craft/cleaning': 'home_repair',
  'craft/electrician': 'home_repair',
  'craft/electronics_repair': 'electronics',
  'craft/window_construction': 'home_repair',
  'healthcare/laboratory': 'other_medical',
  'healthcare/sample_collection': 'other_medical',
  'healthcare/physiotherapist': 'other_medical',
  'healthcare/counselling': 'other_medical',
  'healthcare/blood_donation': 'other_medical',
  'emergency/ambulance_station': 'other_medical',
  'power/line': 'electricity_gas',
  'power/plant': 'electricity_gas',
  'man_made/water_works': 'water',
  'man_made/wastewater_plant': 'waste_sewage',
  'amenity/waste_disposal': 'waste_sewage',
  'amenity/waste_transfer_station': 'waste_sewage',
  'club/scout': 'membership',
  'highway/services': 'fuel',
  'route/railway': 'public_transit',
};

const countries = new Set([
  '001',
  'us',
  'gb',
  'de',
  'at',
  'ch',
  'ie',
  'ca',
  'au',
  'nz',
  'fr',
  'nl',
  'be',
  'lu',
  'es',
  'it',
  'pl',
  'dk',
  'se',
  'no',
  'fi',
  'pt',
  'cz',
  'q46',
  '150',
  '021',
  '155',
  '154',
  '019',
]);
const operatorCountries = new Set(['us', 'gb', 'de', 'at', 'ch']);

const nsiFile = new URL('../node_modules/name-suggestion-index/dist/json/nsi.min.json', import.meta.url);
const nsi = (JSON.parse(readFileSync(nsiFile, 'utf8')) as { nsi: Record<string, { items: Item[] }> }).nsi;

/** Countries and regions of the world that a brand is in; parts of a country count as the country. */
const placesOf = (item: Item): string[] =>
  item.locationSet.include.flatMap((place) => {
    if (typeof place !== 'string') return [];
    const code = place.toLowerCase();
    return [/^([a-z]{2})-.*\.geojson$/.exec(code)?.[1] ?? code];
  });

const isNear = (item: Item, known: ReadonlySet<string>): boolean => placesOf(item).some((place) => known.has(place));

const namesOf = (item: Item): string[] => {
  const raw = [
    item.displayName,
    item.tags.brand,
    item.tags.name,
    item.tags.operator,
    item.tags['brand:en'],
    item.tags['operator:short'],
    item.tags.short_name,
    ...(item.matchNames ?? []),
  ];
  const names = new Map<string, string>();
  for (const name of raw) {
    if (!name || name.length > 40) continue;
    const folded = fold(name);
    const latin = name.replace(/[^A-Za-zÀ-ſ]/g, '').length;
    if (latin * 2 < name.length || folded.length < 3 || names.has(folded)) continue;
    names.set(folded, name.replace(/[|\t\n]/g, ' '));
  }
  return [...names.values()];
};

interface Place {
  category: string;
  names: readonly string[];
  item: Item;
}

/** Every brand and operator with a category and a name, from one of the countries whose statements are read. */
function* placesOnMaps(): Generator<Place> {
  for (const [path, { items }] of Object.entries(nsi).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [tree, ...kind] = path.split('/');
    const category = categoryOfKind[kind.join('/')];
    if (!category || (tree !== 'brands' && tree !== 'operators')) continue;
    for (const item of items) {
      const names = namesOf(item);
      if (names.length === 0 || !isNear(item, tree === 'brands' ? countries : operatorCountries)) continue;
      yield { category, names, item };
    }
  }
}

const readBrands = (): Brand[] => {
  const brands: Brand[] = [];
  const seen = new Set<string>();
  for (const { category, names } of placesOnMaps()) {
    const key = `${category}\t${fold(names[0] as string)}`;
    if (!seen.has(key)) brands.push({ category, names });
    seen.add(key);
  }
  return brands;
};

const statementCountries = ['us', 'gb', 'ie', 'de', 'at', 'ch'];

/**
 * Spellings that are one category in one of the six countries whose statements are read first and another in the next
 * (`pace`: bicycles in the US, fuel in Britain), and how many spellings were compared.
 */
export const conflictsByCountry = (): { spellings: number; conflicts: string[] } => {
  const categoriesOf = new Map<string, Map<string, Set<string>>>();
  for (const { category, names, item } of placesOnMaps()) {
    for (const name of names.map(fold)) {
      const byCountry = categoriesOf.get(name) ?? new Map<string, Set<string>>();
      categoriesOf.set(name, byCountry);
      for (const place of placesOf(item)) byCountry.set(place, (byCountry.get(place) ?? new Set()).add(category));
    }
  }
  const conflicts = [...categoriesOf].filter(([, byCountry]) => {
    const clear = statementCountries.flatMap((country) => {
      const found = byCountry.get(country);
      return found?.size === 1 ? [...found] : [];
    });
    return new Set(clear).size > 1;
  });
  return { spellings: categoriesOf.size, conflicts: conflicts.map(([name]) => name).sort() };
};

/** The compiled index as it should stand in the repository. */
export const buildMerchants = (): string => compileMerchants(readBrands());

if (import.meta.main) {
  const text = buildMerchants();
  writeFileSync(new URL('../server/src/modules/categorization/lexicon/merchants.gen.txt', import.meta.url), text);
  const { spellings, conflicts } = conflictsByCountry();
  process.stdout.write(`${text.split('\n').length} merchants, ${text.length} bytes\n`);
  process.stdout.write(`${conflicts.length} of ${spellings} spellings differ by country: ${conflicts.join(', ')}\n`);
}
