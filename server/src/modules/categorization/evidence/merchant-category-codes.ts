/**
 * ISO 18245 merchant category codes as card schemes use them → category. Each entry is a code or a range `from-to`;
 * later entries refine earlier ones. Codes that say little (5999, 7399 …) map to the broad category of their range.
 */
const entries: readonly (readonly [category: string, codes: string])[] = [
  [
    'home_repair',
    '0780 1520 1711 1731 1740 1750 1761 1771 1799 2842 7217 7342 7349 7622 7623 7629 7631 7641 7692 7699',
  ],
  ['veterinary', '0742'],
  [
    'other_services',
    '0763 2741 2791 7221 7261 7273 7276-7278 7296 7299 7333 7338 7339 7361 7379 7394 7395 7399 8734 8999 7519',
  ],
  ['flights', '3000-3350 4511'],
  ['rental_car', '3351-3500 7512 7513'],
  ['lodging', '3501-3999 7011 7012 7032 7033'],
  ['public_transit', '4011 4111 4112 4131'],
  ['other_medical', '4119 8011-8099 8071 5047 5975 5976'],
  ['taxi_ride', '4121'],
  ['postage', '4214 4215 9402'],
  ['storage', '4225'],
  ['other_travel', '4411 4722 4723 7991 4582 5309'],
  ['other_entertainment', '4457 4468 7273 7829 7911 7932 7933 7992-7994 7996-7999'],
  ['tolls', '4784'],
  ['other_mobility', '4789'],
  ['telephone', '4812 4814 4813 4815 4821'],
  ['software_online', '4816 5734 5815-5818 7372 7375 5817 5968'],
  ['private_transfer_out', '4829 6051 6532 6533 6536 6537 6538 6012 6540 6050'],
  ['internet_cable', '4899'],
  ['electricity_gas', '4900 5983'],
  [
    'supplier_payment',
    '5013 5021 5039 5046 5051 5065 5072 5074 5085 5099 5111 5131 5137 5139 5169 5172 5192 5193 5198 5199 9950',
  ],
  ['electronics', '5044 5045 5732 5946'],
  ['clothing', '5094 5611-5699 5931 5944 5948 7296'],
  ['pharmacy', '5122 5912'],
  ['hardware_garden', '5200 5211 5231 5251 5261 5271'],
  ['superstore', '5300'],
  ['convenience_store', '5499'],
  ['discount_store', '5310 5331'],
  ['department_store', '5311'],
  ['other_shopping', '5262 5399 5715 5719 5931-5999 5964-5969'],
  ['online_marketplace', '5262'],
  ['groceries', '5411 5422 5451'],
  ['bakery_food', '5441 5462'],
  ['car_service', '5511 5521 5531 5532 5533 5551 5561 5571 5592 5598 5599 7531 7534 7535 7538 7542 7549'],
  ['fuel', '5541 5542 5552'],
  ['furniture', '5712-5714 5718 5719 5722'],
  ['music_audio', '5733 5735'],
  ['restaurants', '5811 5812'],
  ['bars_liquor', '5813 5921'],
  ['fast_food', '5814'],
  ['video_games', '5816 7993'],
  ['laundry', '7210 7211 7216 7251'],
  ['gifts_toys', '5932 5933 5937 5945 5947 5949 5970 5971 5972 5992'],
  ['bikes_scooters', '5940'],
  ['sporting_goods', '5941 5655'],
  ['books_press', '5192 5942 5994'],
  ['office_supplies', '5943 5978 2741'],
  ['pet_supplies', '5995'],
  ['tobacco', '5993'],
  ['drugstore_care', '5977'],
  ['cash_withdrawal', '6010 6011'],
  ['securities_purchase', '6211'],
  ['other_insurance', '5960 6300 6381 6399'],
  ['rent', '6513'],
  ['hair_beauty', '7230 7297 7298'],
  ['accounting', '7276 8931 7321'],
  ['debt_collection', '7322'],
  ['advertising', '7311'],
  ['legal_consulting', '7392 8111 8911'],
  ['home_security', '7393'],
  ['parking', '7523 7524'],
  ['tv_film', '7829 7832 7841'],
  ['events_attractions', '7922 7929 7941 7991 7996 7998'],
  ['gambling', '7800-7802 7995 9406 9754'],
  ['fitness', '7997'],
  ['doctor', '8011 8031 8042 8062'],
  ['dentist', '8021'],
  ['eye_care', '8042 8043'],
  ['nursing_care', '8050'],
  ['education', '8211 8220 8241 8244 8249 8299'],
  ['childcare', '8351'],
  ['donation', '8398 8661'],
  ['membership', '8641 8675 8699'],
  ['other_public', '8651'],
  ['authority_fee', '9211 9222 9223 9399 9400 9405'],
  ['tax_payment', '9311'],
];

const expand = (codes: string): number[] =>
  codes.split(' ').flatMap((code) => {
    const [from, to] = code.split('-').map(Number) as [number, number?];
    return Array.from({ length: (to ?? from) - from + 1 }, (_, offset) => from + offset);
  });

/** Four-digit code → category id. */
export const categoryOfMerchantCode: ReadonlyMap<string, string> = new Map(
  entries.flatMap(([category, codes]) =>
    expand(codes).map((code) => [String(code).padStart(4, '0'), category] as const),
  ),
);

/** Codes that say which kind of shop it is only loosely: a known merchant or a clear word is better evidence. */
export const vagueMerchantCodes: ReadonlySet<string> = new Set(
  '5999 7299 7399 8999 5399 5969 4829 6532 6533 6012 6051 6540 7372 5968 5964 5965 5966 5967 5719 4900 8099 8641 8699 5499 5331 5311 4816 7311 5262'.split(
    ' ',
  ),
);
