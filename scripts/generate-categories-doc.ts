/** `docs/categories.md`, made from the taxonomy. Run it to write the file. */
import { writeFileSync } from 'node:fs';
import type { Category } from '../server/src/modules/categorization/categorization.types.ts';
import { businessTransactionCodes, purposeCodes } from '../server/src/modules/categorization/evidence/bank-codes.ts';
import { creditorIds } from '../server/src/modules/categorization/evidence/creditors.ts';
import { loadMerchantIndex } from '../server/src/modules/categorization/lexicon/merchant-index.ts';
import { categories } from '../server/src/modules/categorization/taxonomy/categories.ts';
import { primaries } from '../server/src/modules/categorization/taxonomy/primaries.ts';
import { conflictsByCountry } from './build-lexicon.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const moduleOf = (category: Category): string => {
  const parts: string[] = [];
  if (category.incomeModule)
    parts.push(`income: ${category.incomeModule}${category.incomeWhen === 'recurring' ? ' (recurring only)' : ''}`);
  if (category.spendingModule) parts.push(`spending: ${category.spendingModule}`);
  if (category.tags.length > 0) parts.push(`tags: ${category.tags.join(', ')}`);
  return parts.join('; ') || '–';
};

const merchants = loadMerchantIndex().entries;
const merchantCount = (curated: boolean): string =>
  merchants.filter((merchant) => merchant.curated === curated).length.toLocaleString('en');
const { spellings, conflicts } = conflictsByCountry();

const intro = `# Categories

Made by \`scripts/generate-categories-doc.ts\` from \`server/src/modules/categorization/taxonomy/\`; do not edit by hand.

Two levels: ${primaries.length} primary categories, ${categories.length} categories. Ids never change. Each category maps to one id of
Plaid's personal finance categories v2. A refund keeps the category of what was bought and carries the tag \`refund\`.

## How a booking finds its category

1. **What people said.** A correction of this booking, then the first rule of the workspace that matches. They always win.
2. **The user's own accounts.** When the partner's IBAN or account number is that of another account of the user, it is a
   transfer between own accounts; nothing else is asked.
3. **Everything else at once.** The text is taken apart (SEPA and MT940 subfields), a payment service or wallet in front
   of the merchant is taken off (PayPal, Klarna, Amazon Pay, Apple and Google Pay, SumUp, Zettle, Stripe, Adyen, Square,
   Toast, Shopify …), and every piece of evidence is looked at. Each has a weight: an estimate, in percent, of how often a
   booking that shows it is of that category. **The greatest weight wins**, whatever kind it is; of equal ones the first.
   Evidence that agrees raises the confidence a little, close evidence for something else lowers it.
4. **The user's other bookings.** What single bookings leave open: both sides of a transfer between own accounts, and
   payments that come back every month (pay, rent, instalments, insurance).

| evidence | weights | where it is kept |
|---|---|---|
| name of the accounts' owner | 96 | the user's accounts |
| returned debits, enforcement | 94 to 99 | \`evidence/returns.ts\` |
| authorities, benefit payers | 74 to 99 | \`evidence/authorities.ts\` |
| SEPA creditor id | 90 to 97 | \`evidence/creditors.ts\`: ${Object.keys(creditorIds).length} creditors that print theirs |
| bank code of the partner's IBAN | 72 to 88 | \`evidence/creditors.ts\`: the Bundesagentur für Arbeit, and the Bundesbank for treasuries |
| ISO 20022 purpose code (${Object.keys(purposeCodes).length}), German GVC (${Object.keys(businessTransactionCodes).length}) | 30 to 97 | \`evidence/bank-codes.ts\` |
| ISO 18245 merchant category code (every one) | 96; vague ones 72 | \`evidence/merchant-category-codes.ts\` |
| merchant index, curated (${merchantCount(true)}) | 82 to 97 by category; 40 when a guarded name stands alone | \`lexicon/merchants-*.ts\` |
| merchant index, from map data (${merchantCount(false)}) | 74 to 92 | \`lexicon/merchants.gen.txt\` |
| phrases about income, money movements, kinds of shop | 30 to 99 | \`evidence/income.ts\`, \`money-movements.ts\`, \`descriptors.ts\` |
| the partner is a person, what a payment service is used for | 42 to 97 | \`collect-evidence.ts\`, \`text/intermediaries.ts\` |
| two things that say something only together | 92 to 93 | \`combined-evidence.ts\` |
| letters of the name (statistical guess) | at most 78 | \`lexicon/classifier.gen.bin\` |

\`reason\` of each decision names the evidence that won. The levels of confidence are held by the tests on each labelled set:
VERY_HIGH at least 98 % right, HIGH 90 %, MEDIUM 70 %; LOW promises nothing. \`npm run eval\` prints the tables.

**The means and the place.** A transfer service (Zelle, Venmo …) says how money went: when a payment out also names a kind of
landlord or of childcare, that decides. Town halls and district offices collect for many things, so what the payment says it
is for decides, and “am Rathaus”, “am Zoo” only say where a shop is. A payment in called nothing but “Einzahlung” is cash; in the
purpose of a named customer it is not, in that of a bank it is.

**Two things together.** A town, an office or a university that pays a company on an invoice (“RE 20242”, “Rechnungsnr. 44”) pays
\`revenue\`, unless the purpose names a grant, a benefit or a refund. “Factoring” at a financier known for leasing is its fee
(\`account_fee\`) or, with an invoice's number, a supplier's bill; dues of a chamber are \`membership\`, its courses and examinations
\`education\`; wages that a person sends back are \`other_transfer_out\`. “Privatentnahme” going out is \`internal_transfer_out\`: owner and
business are one person, and what the owner takes is no cost.

**Stations with a shop.** American chains that sell fuel and food (QuikTrip, Wawa, Sheetz, Casey's, Kwik Trip …) are \`fuel\`,
below 15.00 \`convenience_store\`; the list is in \`evidence/directions.ts\`. Circle K and 7-Eleven have many shops without a pump
and stay shops.

**Countries.** The index is made for the statements of some countries: brands that are only elsewhere are left out when it
is compiled. At run time it does not ask where an account is: of the ${spellings.toLocaleString('en')} spellings of the map data ${conflicts.length} mean one category in
one of US, GB, IE, DE, AT, CH and another in the next (${conflicts.join(', ')}), and a test keeps
them that few.
`;

/** The text of \`docs/categories.md\`. */
export const categoriesDoc = (): string => {
  const sections = primaries.map((primary) => {
    const rows = categories
      .filter((category) => category.primary === primary.id)
      .map(
        (category) =>
          `| \`${category.id}\` | ${cell(category.name.en)} | ${cell(category.name.de)} | ${category.pfc.detailed} | ${moduleOf(category)} |`,
      );
    return `## ${primary.name.en} (\`${primary.id}\`, ${primary.name.de})\n\n| id | English | German | PFC v2 | in the analyses |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `${intro}\n${sections.join('\n')}`;
};

if (import.meta.main) writeFileSync(new URL('../docs/categories.md', import.meta.url), categoriesDoc());
