import { describe, expect, it } from 'vitest';
import { madeBooking } from '../../../test/fixtures/made-booking.ts';
import { createCategorizer } from './categorizer.ts';
import { unwrap } from './text/intermediaries.ts';

const categorizer = createCategorizer();
const decide = (purpose: string | null, partner: string | null, amount = -12.5) =>
  categorizer.categorize(madeBooking({ amount, purpose, partner }), { userType: 'person', accounts: [] });

const paypal = 'PayPal Europe S.a.r.l. et Cie S.C.A';
const amazonPayments = 'AMAZON PAYMENTS EUROPE S.C.A.';

describe('behind a payment service', () => {
  it.each<[via: string, purpose: string | null, partner: string | null, category: string, merchant: string | null]>([
    ['PayPal', '. Spotify AB, Ihr Einkauf bei Spotify AB', paypal, 'music_audio', 'Spotify'],
    [
      'PayPal',
      '1038812345678/PP.4412.PP/. Lieferando, Ihr Einkauf bei Lieferando',
      paypal,
      'restaurants',
      'Lieferando',
    ],
    ['PayPal', 'PAYPAL *EBAY US 402-935-7733', null, 'online_marketplace', 'Ebay'],
    ['PayPal', 'POS PURCHASE PAYPAL *STEAM GAMES', null, 'video_games', 'Steam'],
    ['Klarna', 'Zalando Bestellung 1012345', 'Klarna Bank AB (publ)', 'clothing', 'Zalando'],
    ['Klarna', 'KLARNA*ASOS', null, 'clothing', 'Asos'],
    ['Amazon Pay', '302-7712345-1234567 Amazon Pay Zalando SE', amazonPayments, 'clothing', 'Zalando'],
    ['Amazon Pay', 'P02-7712345-1234567 thomann.de', amazonPayments, 'music_audio', 'Thomann'],
    ['Amazon Pay', 'AMZN PAY *ZALANDO', null, 'clothing', 'Zalando'],
    ['Amazon Pay', 'AMAZON PAY* SPOTIFY', null, 'music_audio', 'Spotify'],
    ['Apple Pay', 'REWE Markt GmbH', 'Apple Pay', 'groceries', 'Rewe'],
    ['Apple Pay', 'VISA APPLE PAY LIDL GB LONDON', null, 'groceries', 'Lidl'],
    ['Apple Pay', 'AplPay DUNKIN #345 BOSTON MA', null, 'coffee', 'Dunkin'],
    ['Google Pay', 'Netflix', 'Google Pay', 'tv_film', 'Netflix'],
    ['Google Pay', 'GOOGLE PAY NETFLIX', null, 'tv_film', 'Netflix'],
    ['Google Pay', 'GOOGLE PAY *TESCO STORES 2241', null, 'groceries', 'Tesco'],
    ['Google Play', 'GOOGLE *NETFLIX', null, 'tv_film', 'Netflix'],
    ['Samsung Pay', 'SAMSUNG PAY ALDI SUED', null, 'groceries', 'Aldi'],
    ['SumUp', null, 'SumUp  *Friseur Klein', 'hair_beauty', null],
    ['SumUp', 'SUMUP *CAMDEN TACOS LONDON', null, 'restaurants', null],
    ['Zettle', null, 'Zettle_*Eisdiele Roma', 'bakery_food', null],
    ['Zettle', 'iZettle *Bloom Florist', null, 'gifts_toys', null],
    ['Stripe', 'Notion Labs Inc', 'Stripe Payments Europe Ltd', 'software_online', 'Notion'],
    ['Stripe', 'STRIPE *OPENAI SAN FRANCISCO', null, 'software_online', 'Openai'],
    ['Adyen', 'Zalando 1012345', 'ADYEN N.V.', 'clothing', 'Zalando'],
    ['Adyen', 'ADYEN *UBER EATS', null, 'restaurants', 'Uber Eats'],
    ['Square', null, 'SQ *CAFE LUNA BERLIN', 'coffee', null],
    ['Square', 'CHECKCARD 0512 SQ *BLUE BOTTLE COFFEE OAKLAND CA', null, 'coffee', 'Blue Bottle'],
    ['Toast', 'TST* THE SMOKE SHOP BBQ BOSTON MA', null, 'restaurants', null],
    ['Shopify', 'SP GYMSHARK', null, 'clothing', 'Gymshark'],
    ['Shopify', 'SP * ALLBIRDS', null, 'clothing', 'Allbirds'],
    ['Curve', 'CRV*TESCO STORES 2241', null, 'groceries', 'Tesco'],
    ['DoorDash', 'DD *DOORDASH CHEESECAK 855-973-1040 CA', null, 'restaurants', 'Doordash'],
  ])('%s: %s / %s', (via, purpose, partner, category, merchant) => {
    const decision = decide(purpose, partner);
    expect(decision.categoryId).toBe(category);
    if (merchant === null) return;
    expect(decision.merchant).toMatchObject({ name: merchant, via });
    expect(decision.reason).toContain(`Behind ${via}`);
  });

  it.each([
    ['SumUp  *Friseur Klein', 'SumUp', 'Friseur Klein'],
    ['ZETTLE_*THE COFFEE VAN', 'Zettle', 'THE COFFEE VAN'],
    ['iZettle *Bloom Florist', 'Zettle', 'Bloom Florist'],
    ['IZ *CAMDEN TACOS', 'Zettle', 'CAMDEN TACOS'],
    ['CHECKCARD 0512 SQ *JOES DINER', 'Square', 'CHECKCARD 0512 JOES DINER'],
    ['TST* HELEN & SONS', 'Toast', 'HELEN & SONS'],
    ['SP MADE UP SHOP', 'Shopify', 'MADE UP SHOP'],
    ['AMZ*Thomann', 'Amazon Pay', 'Thomann'],
    ['GglPay MCDONALDS 1233', 'Google Pay', 'MCDONALDS 1233'],
  ])('%s', (line, via, rest) => {
    expect(unwrap(line, true)).toEqual({ via, rest });
  });

  it('names the merchant only where it is known, and says what the service is used for otherwise', () => {
    expect(decide('TST* HELEN & SONS', null)).toMatchObject({
      categoryId: 'restaurants',
      reason: 'Toast is a payment service of restaurants',
    });
  });
});

describe('what looks like a payment service and is the merchant', () => {
  it.each<[purpose: string | null, partner: string | null, category: string]>([
    ['GOOGLE *Google One', null, 'software_online'],
    ['GOOGLE *YouTubePremium', null, 'tv_film'],
    ['GOOGLE *ADS4412331', null, 'advertising'],
    ['GOOGLE *King Candy', null, 'software_online'],
    ['Google Play Apps', 'GOOGLE PAYMENT IRELAND LIMITED', 'software_online'],
    [null, 'Google Pay', 'software_online'],
    ['AMZN Mktp US*2H4KL9QW1', null, 'online_marketplace'],
    ['304-1123345-8812341 AMZN Mktp DE 3K2L1M', amazonPayments, 'online_marketplace'],
    ['AMAZON PRIME*AB12C', null, 'membership'],
    ['Prime Video *AB12C', null, 'tv_film'],
    ['APPLE.COM/BILL', null, 'software_online'],
    ['KLARNA*PAYMENT COLUMBUS OH', null, 'bnpl_payment'],
    ['APPLE STORE R123', null, 'electronics'],
    ['APPLE PAY CASH SENT', null, 'private_transfer_out'],
    ['SP PLUS PARKING 4412', null, 'parking'],
    ['SP ENERGY NETWORKS', null, 'electricity_gas'],
    ['Rechnung 4412', 'SP Autoteile GmbH', 'car_service'],
  ])('%s / %s', (purpose, partner, category) => {
    const decision = decide(purpose, partner);
    expect(decision.categoryId).toBe(category);
    expect(decision.merchant?.via).toBeUndefined();
  });
});
