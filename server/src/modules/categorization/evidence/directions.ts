/**
 * What money coming in means when the partner is known for money going out. Categories that are not here keep their
 * category: then it is a refund.
 */
export const incomingOf: Readonly<Record<string, string>> = {
  securities_purchase: 'securities_sale',
  crypto_purchase: 'crypto_sale',
  savings_plan: 'securities_sale',
  retirement_saving: 'private_pension',
  capital_forming_saving: 'securities_sale',
  building_savings: 'savings_in',
  savings_out: 'savings_in',
  loan_instalment: 'loan_payout',
  mortgage_payment: 'mortgage_payout',
  car_loan_payment: 'car_loan_payout',
  student_loan_payment: 'student_loan_payout',
  cash_advance_repayment: 'cash_advance_payout',
  wage_advance_repayment: 'wage_advance_payout',
  private_transfer_out: 'private_transfer_in',
  internal_transfer_out: 'internal_transfer_in',
  wire_out: 'wire_in',
  tax_payment: 'tax_refund',
  health_insurance: 'insurance_payout',
  life_insurance: 'insurance_payout',
  car_insurance: 'insurance_payout',
  property_insurance: 'insurance_payout',
  legal_insurance: 'insurance_payout',
  pet_insurance: 'insurance_payout',
  other_insurance: 'insurance_payout',
  credit_card_payment: 'credit_card_payment',
  gambling: 'gambling',
  supplier_payment: 'revenue',
};

/** What people pay for by a transfer service to a business of that kind: then the service is only the means. */
export const boughtByTransferService: ReadonlySet<string> = new Set(['rent', 'childcare']);

/**
 * American chains of petrol stations that are as much a shop. They count as fuel; below this amount (in minor units)
 * hardly anybody has filled a tank, so it was the shop.
 */
export const LEAST_TANK_MINOR = 1500;
export const stationsWithShop: ReadonlySet<string> = new Set([
  'Quiktrip',
  'Racetrac',
  'Maverik',
  'Speedway',
  'Wawa',
  'Sheetz',
  "Casey's",
  'Kwik Trip',
  'Cumberland Farms',
  "Buc Ee's",
  'Royal Farms',
  'Kum And Go',
  'Rutters',
  'Thorntons',
  'Holiday Stations',
  'Getgo',
  'Yesway',
  'Spinx',
  'Quick Chek',
  'Town Pump',
  'Stinker',
]);

/** How sure a merchant's category is by its name alone, in percent, where it is not the usual 95. */
export const merchantWeight: Readonly<Record<string, number>> = {
  other_insurance: 90,
  credit_card_payment: 90,
  bnpl_payment: 86,
  loan_instalment: 91,
  student_loan_payment: 91,
  securities_purchase: 91,
  private_transfer_out: 90,
  software_online: 92,
  telephone: 93,
  health_insurance: 93,
  building_savings: 94,
  authority_fee: 88,
  other_services: 86,
  donation: 94,
  membership: 92,
  supplier_payment: 82,
  rent: 93,
  other_utilities: 85,
  savings_out: 88,
  online_marketplace: 94,
  life_insurance: 93,
  education: 90,
  doctor: 90,
};

/** What a category of a private person means in the books of a company. */
export const companyCategory: Readonly<Record<string, string>> = {
  private_transfer_in: 'revenue',
  self_employed_income: 'revenue',
  commission_income: 'revenue',
  gig_income: 'revenue',
  salary: 'revenue',
  pocket_money: 'revenue',
  other_income: 'revenue',
  other_transfer_in: 'revenue',
  expense_reimbursement: 'revenue',
  private_transfer_out: 'supplier_payment',
  other_shopping: 'supplier_payment',
  uncategorized: 'supplier_payment',
  health_insurance: 'social_contributions',
};

/** What a category of a company means for a private person. */
export const personCategory: Readonly<Record<string, string>> = {
  payroll: 'private_transfer_out',
  revenue: 'self_employed_income',
  card_settlement: 'self_employed_income',
  supplier_payment: 'other_shopping',
};
