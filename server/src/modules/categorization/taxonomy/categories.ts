/** The lower level of the taxonomy as one table; longer than other files because it is data. */
import type { Category, CategoryTag, IncomeModule, SpendingModule } from '../categorization.types.ts';
import { pfcPrimaryOf } from './pfc.ts';

interface Extra {
  income?: IncomeModule;
  when?: 'recurring';
  spending?: SpendingModule;
  tags?: readonly CategoryTag[];
}

/** id, English name, German name, detailed PFC id, what the analyses need to know. */
type Row = readonly [id: string, en: string, de: string, pfc: string, extra?: Extra];

// biome-ignore format: one row per line reads as a table
const rows: Readonly<Record<string, readonly Row[]>> = {
  income: [
    ['salary', 'Salary', 'Gehalt', 'INCOME_SALARY', { income: 'salary' }],
    ['civil_service_pay', 'Civil service pay', 'Besoldung', 'INCOME_SALARY', { income: 'salary' }],
    ['training_pay', 'Training pay', 'Ausbildungsvergütung', 'INCOME_SALARY', { income: 'salary' }],
    ['bonus_pay', 'Bonus pay', 'Sonderzahlung', 'INCOME_SALARY', { income: 'salary' }],
    ['short_time_pay', 'Short-time work pay', 'Kurzarbeitergeld', 'INCOME_SALARY', { income: 'salary' }],
    ['military_pay', 'Military pay', 'Wehrsold', 'INCOME_MILITARY', { income: 'salary' }],
    ['state_pension', 'State pension', 'Gesetzliche Rente', 'INCOME_RETIREMENT_PENSION', { income: 'pension' }],
    ['private_pension', 'Private or company pension', 'Private oder betriebliche Rente', 'INCOME_RETIREMENT_PENSION', { income: 'pension' }],
    ['disability_pension', 'Disability pension', 'Erwerbsminderungsrente', 'INCOME_LONG_TERM_DISABILITY', { income: 'pension' }],
    ['child_benefit', 'Child benefit', 'Kindergeld', 'INCOME_OTHER', { income: 'child_benefit', tags: ['child_related', 'benefit'] }],
    ['parental_allowance', 'Parental allowance', 'Elterngeld', 'INCOME_OTHER', { income: 'parental_allowance', tags: ['child_related', 'benefit'] }],
    ['rental_income', 'Rent received', 'Mieteinnahmen', 'INCOME_RENTAL', { income: 'rental' }],
    ['dividends', 'Dividends', 'Dividenden', 'INCOME_DIVIDENDS', { income: 'investment', tags: ['investment'] }],
    ['interest_income', 'Interest received', 'Zinserträge', 'INCOME_INTEREST_EARNED', { income: 'investment' }],
    ['child_support_received', 'Child maintenance received', 'Kindesunterhalt erhalten', 'INCOME_CHILD_SUPPORT', { income: 'alimony', tags: ['child_related'] }],
    ['spousal_support_received', 'Spouse maintenance received', 'Ehegattenunterhalt erhalten', 'INCOME_OTHER', { income: 'alimony' }],
    ['owner_drawings', 'Owner’s drawings', 'Privatentnahme', 'INCOME_OTHER', { income: 'self_employment' }],
    ['self_employed_income', 'Self-employed income', 'Einkünfte aus Selbstständigkeit', 'INCOME_OTHER', { income: 'self_employment' }],
    ['commission_income', 'Commissions and performance pay', 'Provisionen', 'INCOME_OTHER', { income: 'self_employment' }],
    ['gig_income', 'Gig work', 'Plattformarbeit', 'INCOME_GIG_ECONOMY', { income: 'self_employment' }],
    ['unemployment_benefit', 'Unemployment benefit', 'Arbeitslosengeld', 'INCOME_UNEMPLOYMENT', { income: 'other', tags: ['benefit'] }],
    ['citizens_benefit', 'Basic income support', 'Bürgergeld und Grundsicherung', 'INCOME_OTHER', { income: 'other', tags: ['benefit'] }],
    ['housing_benefit', 'Housing benefit', 'Wohngeld', 'INCOME_OTHER', { income: 'other', tags: ['benefit'] }],
    ['sickness_benefit', 'Sickness benefit', 'Krankengeld', 'INCOME_OTHER', { income: 'other', tags: ['benefit'] }],
    ['care_allowance', 'Care allowance', 'Pflegegeld', 'INCOME_OTHER', { income: 'other', tags: ['benefit'] }],
    ['student_aid', 'Student aid', 'BAföG und Stipendien', 'INCOME_OTHER', { income: 'other', tags: ['benefit'] }],
    ['other_benefit', 'Other benefits', 'Sonstige Sozialleistungen', 'INCOME_OTHER', { income: 'other', tags: ['benefit'] }],
    ['feed_in_tariff', 'Feed-in tariff', 'Einspeisevergütung', 'INCOME_OTHER', { income: 'other' }],
    ['pocket_money', 'Pocket money and family support', 'Taschengeld und Unterstützung', 'INCOME_OTHER', { income: 'other', when: 'recurring' }],
    ['cashback', 'Cashback and rewards', 'Cashback und Prämien', 'INCOME_OTHER'],
    ['expense_reimbursement', 'Expenses refunded', 'Spesenerstattung', 'INCOME_OTHER'],
    ['insurance_payout', 'Insurance payout', 'Versicherungsleistung', 'INCOME_OTHER'],
    ['tax_refund', 'Tax refund', 'Steuererstattung', 'INCOME_TAX_REFUND', { spending: 'taxes', tags: ['tax'] }],
    ['other_income', 'Other income', 'Sonstige Einnahmen', 'INCOME_OTHER', { income: 'other', when: 'recurring' }],
  ],
  business: [
    ['revenue', 'Revenue', 'Umsatzerlöse', 'INCOME_OTHER', { tags: ['revenue'] }],
    ['card_settlement', 'Card and platform settlement', 'Kartenumsatz-Auszahlung', 'INCOME_OTHER', { tags: ['revenue'] }],
    ['subsidy', 'Subsidies and grants', 'Zuschüsse und Förderung', 'INCOME_OTHER'],
    ['payroll', 'Wages paid', 'Löhne und Gehälter', 'TRANSFER_OUT_OTHER_TRANSFER_OUT', { tags: ['payroll'] }],
    ['social_contributions', 'Social security contributions', 'Sozialversicherungsbeiträge', 'GOVERNMENT_AND_NON_PROFIT_GOVERNMENT_DEPARTMENTS_AND_AGENCIES', { spending: 'insurance', tags: ['payroll'] }],
    ['supplier_payment', 'Goods and suppliers', 'Waren und Lieferanten', 'GENERAL_SERVICES_OTHER_GENERAL_SERVICES', { spending: 'other' }],
    ['advertising', 'Advertising', 'Werbung', 'GENERAL_SERVICES_OTHER_GENERAL_SERVICES', { spending: 'other' }],
  ],
  transfer: [
    ['internal_transfer_in', 'From an own account', 'Von eigenem Konto', 'TRANSFER_IN_ACCOUNT_TRANSFER', { tags: ['internal_transfer'] }],
    ['internal_transfer_out', 'To an own account', 'Auf eigenes Konto', 'TRANSFER_OUT_ACCOUNT_TRANSFER', { tags: ['internal_transfer'] }],
    ['private_transfer_in', 'Received from a person', 'Von Privatpersonen erhalten', 'TRANSFER_IN_ACCOUNT_TRANSFER', { income: 'other', when: 'recurring', tags: ['private_transfer'] }],
    ['private_transfer_out', 'Sent to a person', 'An Privatpersonen gesendet', 'TRANSFER_OUT_ACCOUNT_TRANSFER', { spending: 'other', tags: ['private_transfer'] }],
    ['cash_deposit', 'Cash deposit', 'Bargeldeinzahlung', 'TRANSFER_IN_DEPOSIT', { tags: ['cash_deposit'] }],
    ['cash_withdrawal', 'Cash withdrawal', 'Bargeldauszahlung', 'TRANSFER_OUT_WITHDRAWAL', { spending: 'other', tags: ['cash_withdrawal'] }],
    ['check_deposit', 'Check deposited', 'Scheckeinreichung', 'TRANSFER_IN_DEPOSIT'],
    ['check_paid', 'Check paid', 'Scheckzahlung', 'TRANSFER_OUT_WITHDRAWAL', { spending: 'other' }],
    ['wire_in', 'Wire received', 'Auslandsüberweisung erhalten', 'TRANSFER_IN_WIRE'],
    ['wire_out', 'Wire sent', 'Auslandsüberweisung gesendet', 'TRANSFER_OUT_WIRE', { spending: 'other' }],
    ['other_transfer_in', 'Other money in', 'Sonstiger Geldeingang', 'TRANSFER_IN_OTHER_TRANSFER_IN'],
    ['other_transfer_out', 'Other money out', 'Sonstiger Geldausgang', 'TRANSFER_OUT_OTHER_TRANSFER_OUT', { spending: 'other' }],
  ],
  savings_investment: [
    ['savings_in', 'From savings', 'Vom Sparkonto', 'TRANSFER_IN_SAVINGS'],
    ['savings_out', 'To savings', 'Auf das Sparkonto', 'TRANSFER_OUT_SAVINGS', { spending: 'savings', tags: ['savings_plan'] }],
    ['building_savings', 'Building savings', 'Bausparen', 'TRANSFER_OUT_SAVINGS', { spending: 'savings', tags: ['savings_plan'] }],
    ['savings_plan', 'Securities savings plan', 'Wertpapiersparplan', 'TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS', { spending: 'savings', tags: ['investment', 'savings_plan'] }],
    ['retirement_saving', 'Retirement saving', 'Private Altersvorsorge', 'TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS', { spending: 'savings', tags: ['investment', 'savings_plan'] }],
    ['capital_forming_saving', 'Capital-forming benefits', 'Vermögenswirksame Leistungen', 'TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS', { spending: 'savings', tags: ['investment', 'savings_plan'] }],
    ['securities_purchase', 'Securities bought', 'Wertpapierkauf', 'TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS', { spending: 'savings', tags: ['investment'] }],
    ['crypto_purchase', 'Crypto bought', 'Kryptokauf', 'TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS', { spending: 'savings', tags: ['investment'] }],
    ['securities_sale', 'Securities sold', 'Wertpapierverkauf', 'TRANSFER_IN_INVESTMENT_AND_RETIREMENT_FUNDS', { income: 'investment', tags: ['investment'] }],
    ['crypto_sale', 'Crypto sold', 'Kryptoverkauf', 'TRANSFER_IN_INVESTMENT_AND_RETIREMENT_FUNDS', { income: 'investment', tags: ['investment'] }],
  ],
  credit_debt: [
    ['loan_payout', 'Loan paid out', 'Kreditauszahlung', 'LOAN_DISBURSEMENTS_PERSONAL', { income: 'loan', tags: ['loan_payout'] }],
    ['mortgage_payout', 'Mortgage paid out', 'Auszahlung Baufinanzierung', 'LOAN_DISBURSEMENTS_MORTGAGE', { income: 'loan', tags: ['loan_payout', 'mortgage'] }],
    ['car_loan_payout', 'Car loan paid out', 'Auszahlung Autokredit', 'LOAN_DISBURSEMENTS_AUTO', { income: 'loan', tags: ['loan_payout', 'car'] }],
    ['student_loan_payout', 'Student loan paid out', 'Auszahlung Studienkredit', 'LOAN_DISBURSEMENTS_STUDENT', { income: 'loan', tags: ['loan_payout'] }],
    ['cash_advance_payout', 'Cash advance paid out', 'Auszahlung Sofortkredit', 'LOAN_DISBURSEMENTS_CASH_ADVANCES', { income: 'loan', tags: ['loan_payout'] }],
    ['wage_advance_payout', 'Early wage access', 'Vorgezogener Lohn', 'LOAN_DISBURSEMENTS_EWA', { income: 'loan', tags: ['loan_payout'] }],
    ['bnpl_payout', 'Pay-later paid out', 'Auszahlung Ratenkauf', 'LOAN_DISBURSEMENTS_BNPL', { income: 'loan', tags: ['loan_payout'] }],
    ['loan_instalment', 'Loan instalment', 'Kreditrate', 'LOAN_PAYMENTS_PERSONAL_LOAN_PAYMENT', { spending: 'credit', tags: ['loan_instalment'] }],
    ['mortgage_payment', 'Mortgage payment', 'Baufinanzierungsrate', 'LOAN_PAYMENTS_MORTGAGE_PAYMENT', { spending: 'housing', tags: ['loan_instalment', 'mortgage'] }],
    ['car_loan_payment', 'Car loan payment', 'Autokreditrate', 'LOAN_PAYMENTS_CAR_PAYMENT', { spending: 'credit', tags: ['loan_instalment', 'car'] }],
    ['leasing', 'Leasing', 'Leasing', 'LOAN_PAYMENTS_CAR_PAYMENT', { spending: 'mobility', tags: ['leasing', 'car'] }],
    ['student_loan_payment', 'Student loan payment', 'Studienkreditrate', 'LOAN_PAYMENTS_STUDENT_LOAN_PAYMENT', { spending: 'credit', tags: ['loan_instalment'] }],
    ['bnpl_payment', 'Pay-later payment', 'Ratenkauf-Zahlung', 'LOAN_PAYMENTS_OTHER_PAYMENT', { spending: 'credit', tags: ['loan_instalment'] }],
    ['cash_advance_repayment', 'Cash advance repaid', 'Rückzahlung Sofortkredit', 'LOAN_PAYMENTS_CASH_ADVANCES', { spending: 'credit', tags: ['loan_instalment'] }],
    ['wage_advance_repayment', 'Early wage access repaid', 'Rückzahlung Lohnvorschuss', 'LOAN_PAYMENTS_EWA', { spending: 'credit', tags: ['loan_instalment'] }],
    ['credit_card_payment', 'Credit card settlement', 'Kreditkartenabrechnung', 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT', { spending: 'other' }],
    ['garnishment', 'Garnishment', 'Pfändung', 'LOAN_PAYMENTS_OTHER_PAYMENT', { spending: 'credit', tags: ['garnishment'] }],
    ['garnishment_public', 'Garnishment by an authority', 'Pfändung durch Behörden', 'GOVERNMENT_AND_NON_PROFIT_GOVERNMENT_DEPARTMENTS_AND_AGENCIES', { spending: 'taxes', tags: ['garnishment'] }],
    ['debt_collection', 'Debt collection', 'Inkasso', 'LOAN_PAYMENTS_OTHER_PAYMENT', { spending: 'credit', tags: ['collection'] }],
  ],
  banking: [
    ['account_fee', 'Account fees', 'Kontogebühren', 'BANK_FEES_OTHER_BANK_FEES', { spending: 'other' }],
    ['atm_fee', 'Cash machine fees', 'Geldautomatengebühren', 'BANK_FEES_ATM_FEES', { spending: 'other' }],
    ['foreign_fee', 'Foreign transaction fees', 'Auslandseinsatzentgelt', 'BANK_FEES_FOREIGN_TRANSACTION_FEES', { spending: 'other' }],
    ['overdraft_fee', 'Overdraft fees', 'Überziehungsgebühren', 'BANK_FEES_OVERDRAFT_FEES', { spending: 'credit' }],
    ['late_fee', 'Late fees', 'Mahngebühren', 'BANK_FEES_LATE_FEES', { spending: 'other' }],
    ['cash_advance_fee', 'Cash advance fees', 'Bargeldverfügungsgebühren', 'BANK_FEES_CASH_ADVANCE', { spending: 'other' }],
    ['credit_line_interest', 'Credit line interest', 'Dispo- und Sollzinsen', 'BANK_FEES_INTEREST_CHARGE', { spending: 'credit', tags: ['credit_line_interest'] }],
    ['back_debit_in', 'Own payment returned', 'Eigene Lastschrift zurückgegeben', 'TRANSFER_IN_OTHER_TRANSFER_IN', { tags: ['back_debit'] }],
    ['back_debit_out', 'Payment returned by the payer', 'Einzug vom Zahler zurückgegeben', 'TRANSFER_OUT_OTHER_TRANSFER_OUT', { tags: ['back_debit'] }],
    ['back_debit_fee', 'Returned payment fee', 'Rücklastschriftgebühr', 'BANK_FEES_INSUFFICIENT_FUNDS', { spending: 'other', tags: ['back_debit_fee'] }],
  ],
  insurance: [
    ['health_insurance', 'Health insurance', 'Krankenversicherung', 'GENERAL_SERVICES_INSURANCE', { spending: 'insurance', tags: ['insurance'] }],
    ['life_insurance', 'Life and disability insurance', 'Lebens- und Berufsunfähigkeitsversicherung', 'GENERAL_SERVICES_INSURANCE', { spending: 'insurance', tags: ['insurance'] }],
    ['car_insurance', 'Car insurance', 'Kfz-Versicherung', 'GENERAL_SERVICES_INSURANCE', { spending: 'insurance', tags: ['insurance', 'car'] }],
    ['property_insurance', 'Home and liability insurance', 'Haftpflicht- und Sachversicherung', 'GENERAL_SERVICES_INSURANCE', { spending: 'insurance', tags: ['insurance'] }],
    ['legal_insurance', 'Legal expenses insurance', 'Rechtsschutzversicherung', 'GENERAL_SERVICES_INSURANCE', { spending: 'insurance', tags: ['insurance'] }],
    ['pet_insurance', 'Pet insurance', 'Tierversicherung', 'GENERAL_SERVICES_INSURANCE', { spending: 'insurance', tags: ['insurance'] }],
    ['other_insurance', 'Other insurance', 'Sonstige Versicherung', 'GENERAL_SERVICES_INSURANCE', { spending: 'insurance', tags: ['insurance'] }],
  ],
  housing: [
    ['rent', 'Rent', 'Miete', 'RENT_AND_UTILITIES_RENT', { spending: 'housing', tags: ['rent'] }],
    ['service_charges', 'Service charges', 'Nebenkosten und Hausgeld', 'RENT_AND_UTILITIES_OTHER_UTILITIES', { spending: 'housing' }],
    ['furniture', 'Furniture', 'Möbel und Einrichtung', 'HOME_IMPROVEMENT_FURNITURE', { spending: 'other' }],
    ['hardware_garden', 'Hardware and garden', 'Baumarkt und Garten', 'HOME_IMPROVEMENT_HARDWARE', { spending: 'other' }],
    ['home_repair', 'Repairs and maintenance', 'Reparaturen und Handwerker', 'HOME_IMPROVEMENT_REPAIR_AND_MAINTENANCE', { spending: 'housing' }],
    ['home_security', 'Home security', 'Sicherheit', 'HOME_IMPROVEMENT_SECURITY', { spending: 'housing' }],
    ['home_other', 'Other home expenses', 'Sonstiger Haushalt', 'HOME_IMPROVEMENT_OTHER_HOME_IMPROVEMENT', { spending: 'other' }],
  ],
  utilities: [
    ['electricity_gas', 'Electricity and gas', 'Strom und Gas', 'RENT_AND_UTILITIES_GAS_AND_ELECTRICITY', { spending: 'utilities' }],
    ['water', 'Water', 'Wasser', 'RENT_AND_UTILITIES_WATER', { spending: 'utilities' }],
    ['waste_sewage', 'Sewage and waste', 'Abwasser und Müll', 'RENT_AND_UTILITIES_SEWAGE_AND_WASTE_MANAGEMENT', { spending: 'utilities' }],
    ['other_utilities', 'Other utilities', 'Sonstige Versorgung', 'RENT_AND_UTILITIES_OTHER_UTILITIES', { spending: 'utilities' }],
  ],
  communication: [
    ['telephone', 'Telephone and mobile', 'Telefon und Mobilfunk', 'RENT_AND_UTILITIES_TELEPHONE', { spending: 'communication' }],
    ['internet_cable', 'Internet and cable', 'Internet und Kabel', 'RENT_AND_UTILITIES_INTERNET_AND_CABLE', { spending: 'communication' }],
  ],
  food_drink: [
    ['groceries', 'Groceries', 'Lebensmittel', 'FOOD_AND_DRINK_GROCERIES', { spending: 'groceries' }],
    ['restaurants', 'Restaurants and delivery', 'Restaurants und Lieferdienste', 'FOOD_AND_DRINK_RESTAURANT', { spending: 'leisure' }],
    ['fast_food', 'Fast food', 'Schnellrestaurants', 'FOOD_AND_DRINK_FAST_FOOD', { spending: 'leisure' }],
    ['coffee', 'Coffee shops', 'Cafés', 'FOOD_AND_DRINK_COFFEE', { spending: 'leisure' }],
    ['bakery_food', 'Bakeries and other food', 'Bäckereien und sonstige Lebensmittel', 'FOOD_AND_DRINK_OTHER_FOOD_AND_DRINK', { spending: 'groceries' }],
    ['bars_liquor', 'Bars and liquor', 'Bars und Getränke', 'FOOD_AND_DRINK_BEER_WINE_AND_LIQUOR', { spending: 'leisure' }],
    ['vending', 'Vending machines', 'Automaten', 'FOOD_AND_DRINK_VENDING_MACHINES', { spending: 'groceries' }],
  ],
  shopping: [
    ['online_marketplace', 'Online marketplaces', 'Online-Marktplätze', 'GENERAL_MERCHANDISE_ONLINE_MARKETPLACES', { spending: 'other' }],
    ['superstore', 'Superstores', 'Verbrauchermärkte', 'GENERAL_MERCHANDISE_SUPERSTORES', { spending: 'groceries' }],
    ['department_store', 'Department stores', 'Kaufhäuser', 'GENERAL_MERCHANDISE_DEPARTMENT_STORES', { spending: 'other' }],
    ['discount_store', 'Discount stores', 'Sonderpostenmärkte', 'GENERAL_MERCHANDISE_DISCOUNT_STORES', { spending: 'other' }],
    ['convenience_store', 'Convenience stores', 'Kioske und Spätkauf', 'GENERAL_MERCHANDISE_CONVENIENCE_STORES', { spending: 'groceries' }],
    ['clothing', 'Clothing and accessories', 'Kleidung und Schmuck', 'GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES', { spending: 'other' }],
    ['electronics', 'Electronics', 'Elektronik', 'GENERAL_MERCHANDISE_ELECTRONICS', { spending: 'other' }],
    ['books_press', 'Books and press', 'Bücher und Zeitschriften', 'GENERAL_MERCHANDISE_BOOKSTORES_AND_NEWSSTANDS', { spending: 'media' }],
    ['sporting_goods', 'Sporting goods', 'Sportartikel', 'GENERAL_MERCHANDISE_SPORTING_GOODS', { spending: 'leisure' }],
    ['gifts_toys', 'Gifts and novelties', 'Geschenke und Spielwaren', 'GENERAL_MERCHANDISE_GIFTS_AND_NOVELTIES', { spending: 'other' }],
    ['office_supplies', 'Office supplies', 'Bürobedarf', 'GENERAL_MERCHANDISE_OFFICE_SUPPLIES', { spending: 'other' }],
    ['pet_supplies', 'Pet supplies', 'Tierbedarf', 'GENERAL_MERCHANDISE_PET_SUPPLIES', { spending: 'other' }],
    ['tobacco', 'Tobacco and vape', 'Tabak', 'GENERAL_MERCHANDISE_TOBACCO_AND_VAPE', { spending: 'other' }],
    ['other_shopping', 'Other shopping', 'Sonstige Einkäufe', 'GENERAL_MERCHANDISE_OTHER_GENERAL_MERCHANDISE', { spending: 'other' }],
  ],
  mobility: [
    ['fuel', 'Fuel and charging', 'Tanken und Laden', 'TRANSPORTATION_GAS', { spending: 'mobility', tags: ['car'] }],
    ['parking', 'Parking', 'Parken', 'TRANSPORTATION_PARKING', { spending: 'mobility', tags: ['car'] }],
    ['tolls', 'Tolls', 'Maut', 'TRANSPORTATION_TOLLS', { spending: 'mobility', tags: ['car'] }],
    ['public_transit', 'Public transport', 'Bus und Bahn', 'TRANSPORTATION_PUBLIC_TRANSIT', { spending: 'mobility' }],
    ['taxi_ride', 'Taxis and rides', 'Taxi und Fahrdienste', 'TRANSPORTATION_TAXIS_AND_RIDE_SHARES', { spending: 'mobility' }],
    ['bikes_scooters', 'Bikes and scooters', 'Fahrrad und Roller', 'TRANSPORTATION_BIKES_AND_SCOOTERS', { spending: 'mobility' }],
    ['car_service', 'Car purchase, repair and wash', 'Autokauf, Werkstatt und Wäsche', 'GENERAL_SERVICES_AUTOMOTIVE', { spending: 'mobility', tags: ['car'] }],
    ['other_mobility', 'Other mobility', 'Sonstige Mobilität', 'TRANSPORTATION_OTHER_TRANSPORTATION', { spending: 'mobility' }],
  ],
  travel: [
    ['flights', 'Flights', 'Flüge', 'TRAVEL_FLIGHTS', { spending: 'leisure' }],
    ['lodging', 'Hotels and lodging', 'Hotels und Unterkünfte', 'TRAVEL_LODGING', { spending: 'leisure' }],
    ['rental_car', 'Rental cars and car sharing', 'Mietwagen und Carsharing', 'TRAVEL_RENTAL_CARS', { spending: 'mobility' }],
    ['other_travel', 'Other travel', 'Sonstige Reisen', 'TRAVEL_OTHER_TRAVEL', { spending: 'leisure' }],
  ],
  leisure: [
    ['tv_film', 'TV, film and streaming', 'TV, Film und Streaming', 'ENTERTAINMENT_TV_AND_MOVIES', { spending: 'media' }],
    ['music_audio', 'Music and audio', 'Musik und Hörbücher', 'ENTERTAINMENT_MUSIC_AND_AUDIO', { spending: 'media' }],
    ['video_games', 'Video games', 'Videospiele', 'ENTERTAINMENT_VIDEO_GAMES', { spending: 'media' }],
    ['gambling', 'Gambling and lotteries', 'Glücksspiel und Lotterien', 'ENTERTAINMENT_CASINOS_AND_GAMBLING', { spending: 'leisure', tags: ['gambling'] }],
    ['events_attractions', 'Events, parks and museums', 'Veranstaltungen, Parks und Museen', 'ENTERTAINMENT_SPORTING_EVENTS_AMUSEMENT_PARKS_AND_MUSEUMS', { spending: 'leisure' }],
    ['other_entertainment', 'Other entertainment', 'Sonstige Freizeit', 'ENTERTAINMENT_OTHER_ENTERTAINMENT', { spending: 'leisure' }],
  ],
  health: [
    ['doctor', 'Doctors and clinics', 'Ärzte und Kliniken', 'MEDICAL_PRIMARY_CARE', { spending: 'health' }],
    ['dentist', 'Dental care', 'Zahnarzt', 'MEDICAL_DENTAL_CARE', { spending: 'health' }],
    ['eye_care', 'Eye care', 'Optiker und Augenarzt', 'MEDICAL_EYE_CARE', { spending: 'health' }],
    ['pharmacy', 'Pharmacies and supplements', 'Apotheke und Nahrungsergänzung', 'MEDICAL_PHARMACIES_AND_SUPPLEMENTS', { spending: 'health' }],
    ['nursing_care', 'Nursing care', 'Pflege', 'MEDICAL_NURSING_CARE', { spending: 'health' }],
    ['veterinary', 'Veterinary services', 'Tierarzt', 'MEDICAL_VETERINARY_SERVICES', { spending: 'health' }],
    ['other_medical', 'Other medical expenses', 'Sonstige Gesundheit', 'MEDICAL_OTHER_MEDICAL', { spending: 'health' }],
    ['fitness', 'Gyms and fitness', 'Fitness', 'PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS', { spending: 'leisure' }],
    ['hair_beauty', 'Hair and beauty', 'Friseur und Kosmetik', 'PERSONAL_CARE_HAIR_AND_BEAUTY', { spending: 'health' }],
    ['laundry', 'Laundry and dry cleaning', 'Wäscherei und Reinigung', 'PERSONAL_CARE_LAUNDRY_AND_DRY_CLEANING', { spending: 'other' }],
    ['drugstore_care', 'Drugstores and personal care', 'Drogerie und Körperpflege', 'PERSONAL_CARE_OTHER_PERSONAL_CARE', { spending: 'health' }],
  ],
  family_education: [
    ['childcare', 'Childcare', 'Kinderbetreuung', 'GENERAL_SERVICES_CHILDCARE', { spending: 'children', tags: ['child_related'] }],
    ['child_support_paid', 'Maintenance paid', 'Unterhalt gezahlt', 'TRANSFER_OUT_OTHER_TRANSFER_OUT', { spending: 'children', tags: ['child_related'] }],
    ['children_goods', 'Children’s goods', 'Kinderbedarf', 'GENERAL_MERCHANDISE_OTHER_GENERAL_MERCHANDISE', { spending: 'children', tags: ['child_related'] }],
    ['education', 'Education', 'Bildung', 'GENERAL_SERVICES_EDUCATION', { spending: 'other' }],
  ],
  services: [
    ['accounting', 'Accounting and tax advice', 'Steuerberatung und Buchhaltung', 'GENERAL_SERVICES_ACCOUNTING_AND_FINANCIAL_PLANNING', { spending: 'other' }],
    ['legal_consulting', 'Legal and consulting', 'Recht und Beratung', 'GENERAL_SERVICES_CONSULTING_AND_LEGAL', { spending: 'other' }],
    ['postage', 'Postage and shipping', 'Post und Versand', 'GENERAL_SERVICES_POSTAGE_AND_SHIPPING', { spending: 'other' }],
    ['storage', 'Storage', 'Lagerung', 'GENERAL_SERVICES_STORAGE', { spending: 'other' }],
    ['software_online', 'Software and online services', 'Software und Online-Dienste', 'GENERAL_SERVICES_OTHER_GENERAL_SERVICES', { spending: 'media' }],
    ['membership', 'Clubs and memberships', 'Vereine und Mitgliedschaften', 'GENERAL_SERVICES_OTHER_GENERAL_SERVICES', { spending: 'leisure' }],
    ['other_services', 'Other services', 'Sonstige Dienstleistungen', 'GENERAL_SERVICES_OTHER_GENERAL_SERVICES', { spending: 'other' }],
  ],
  public: [
    ['tax_payment', 'Taxes', 'Steuern', 'GOVERNMENT_AND_NON_PROFIT_TAX_PAYMENT', { spending: 'taxes', tags: ['tax'] }],
    ['vehicle_tax', 'Vehicle tax', 'Kfz-Steuer', 'GOVERNMENT_AND_NON_PROFIT_TAX_PAYMENT', { spending: 'taxes', tags: ['tax', 'car'] }],
    ['property_tax', 'Property tax', 'Grundsteuer', 'GOVERNMENT_AND_NON_PROFIT_TAX_PAYMENT', { spending: 'taxes', tags: ['tax'] }],
    ['broadcasting_fee', 'Broadcasting fee', 'Rundfunkbeitrag', 'GOVERNMENT_AND_NON_PROFIT_OTHER_GOVERNMENT_AND_NON_PROFIT', { spending: 'media' }],
    ['authority_fee', 'Fees and fines', 'Behördengebühren und Bußgelder', 'GOVERNMENT_AND_NON_PROFIT_GOVERNMENT_DEPARTMENTS_AND_AGENCIES', { spending: 'taxes' }],
    ['donation', 'Donations', 'Spenden', 'GOVERNMENT_AND_NON_PROFIT_DONATIONS', { spending: 'other' }],
    ['other_public', 'Other public and non-profit', 'Sonstige Öffentliche und Gemeinnützige', 'GOVERNMENT_AND_NON_PROFIT_OTHER_GOVERNMENT_AND_NON_PROFIT', { spending: 'other' }],
  ],
  other: [['uncategorized', 'Uncategorised', 'Nicht zugeordnet', 'OTHER_OTHER', { spending: 'other' }]],
};

const toCategory = (primary: string, [id, en, de, detailed, extra = {}]: Row): Category => {
  const pfcPrimary = pfcPrimaryOf.get(detailed);
  if (!pfcPrimary) throw new Error(`Category "${id}" maps to "${detailed}", which is no PFC v2 id`);
  return {
    id,
    primary,
    name: { en, de },
    pfc: { primary: pfcPrimary, detailed },
    incomeModule: extra.income ?? null,
    incomeWhen: extra.when ?? 'always',
    spendingModule: extra.spending ?? null,
    tags: extra.tags ?? [],
  };
};

/** Every category, in the order in which a person would read them. */
export const categories: readonly Category[] = Object.entries(rows).flatMap(([primary, list]) =>
  list.map((row) => toCategory(primary, row)),
);

const byId: ReadonlyMap<string, Category> = new Map(categories.map((category) => [category.id, category]));

/** The category with this id; undefined when there is none. */
export const findCategory = (id: string): Category | undefined => byId.get(id);

/** The category with this id; throws when there is none, because then a table of ours is wrong. */
export const categoryOf = (id: string): Category => {
  const category = byId.get(id);
  if (!category) throw new Error(`There is no category "${id}"; see docs/categories.md for the list`);
  return category;
};
