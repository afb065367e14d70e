/** `docs/categories.md`, made from the taxonomy. Run it to write the file. */
import { writeFileSync } from 'node:fs';
import type { Category } from '../server/src/modules/categorization/categorization.types.ts';
import { categories } from '../server/src/modules/categorization/taxonomy/categories.ts';
import { primaries } from '../server/src/modules/categorization/taxonomy/primaries.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const moduleOf = (category: Category): string => {
  const parts: string[] = [];
  if (category.incomeModule)
    parts.push(`income: ${category.incomeModule}${category.incomeWhen === 'recurring' ? ' (recurring only)' : ''}`);
  if (category.spendingModule) parts.push(`spending: ${category.spendingModule}`);
  if (category.tags.length > 0) parts.push(`tags: ${category.tags.join(', ')}`);
  return parts.join('; ') || '–';
};

const intro = `# Categories

Made by \`scripts/generate-categories-doc.ts\` from \`server/src/modules/categorization/taxonomy/\`; do not edit by hand.

Two levels: ${primaries.length} primary categories, ${categories.length} categories. Ids never change. Each category maps to one id of
Plaid's personal finance categories v2. A refund keeps the category of what was bought and carries the tag \`refund\`.

How a booking finds its category, strongest evidence first: a correction of a person, a rule of the workspace, the user's
own accounts, returned debits and enforcement, authorities and benefit payers, creditor ids, the bank's codes (ISO 20022
purpose, German GVC, ISO 18245 merchant category), the merchant index, phrases, the kind of booking, and a statistical
guess over the letters of the name. What single bookings leave open, a person's other bookings may
decide: both sides of a transfer between own accounts, and payments that come back every month (pay, rent, instalments,
insurance). The tables are data in \`server/src/modules/categorization/evidence/\`.
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
