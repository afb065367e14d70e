import { createSuite } from '#modules/agent/index.ts';
import { createBot } from '#modules/bots/index.ts';
import { requestDrafts } from '#modules/drafting/index.ts';
import { addFiles, assignFolders, createArticle, createFolder } from '#modules/knowledge/index.ts';
import type { Context } from '#platform/context.ts';
import type { HelpCentreOf } from './company/create-company.ts';
import { readHelpCentre } from './help-centre.ts';

const FOLDERS: Record<string, { title: string; description: string }> = {
  english: { title: 'English', description: 'Everything, for customers who write in English.' },
  karten: { title: 'Karten', description: 'Girocard und Kreditkarte: bestellen, sperren, bezahlen.' },
  konto: { title: 'Konto', description: 'Konto eröffnen, führen, schließen; Gebühren und Daten.' },
  sicherheit: { title: 'Sicherheit', description: 'Anmeldung, Betrug, Datenschutz.' },
  zahlungen: { title: 'Zahlungen', description: 'Überweisungen, Lastschriften, Daueraufträge, Ausland.' },
};

/** What an editor has drafted and nobody has approved yet, so that the queue of reviews shows something. */
const DRAFTS = [
  {
    title: 'Karte fürs Kind',
    mainKnowledge:
      'Eine Karte für Ihr Kind bestellen Sie ab dem siebten Geburtstag in der App unter Karten → Für mein Kind. Sie legen das Tageslimit fest und sehen jede Zahlung.',
    questions: ['Kann mein Kind eine Karte haben?', 'Ab welchem Alter gibt es eine Karte?'],
    keywords: ['Kinderkarte', 'Taschengeld', 'Jugendkonto'],
  },
  {
    title: 'Paying by instalments',
    mainKnowledge:
      'Card payments from 100 € can be paid in three, six or twelve monthly instalments. Choose the payment in the app and tap Instalments; the cost is shown before you confirm.',
    questions: ['Can I pay in instalments?', 'How do I split a payment?'],
    keywords: ['instalments', 'split payment'],
  },
];

/** The key of the article that should answer; null where a person should take over. */
const GOLDEN_SET: Record<string, string | null> = {
  'Ich habe meine Karte verloren': 'karte-sperren',
  'Was kostet das Girokonto im Monat?': 'kontomodelle',
  'Wie erhöhe ich mein Kartenlimit?': 'kartenlimit',
  'Help, somebody stole my card!': 'lost-card',
  'How do I close my account?': 'close-account',
  'Bieten Sie Baufinanzierungen an?': null,
  'Can I get a mortgage for my house?': null,
  'Kann ich bitte mit einem Menschen sprechen?': null,
};

/** A source from which drafts are made at once, to be reviewed with the paragraphs that they came of. */
const PRICE_LIST = `# Preisverzeichnis der Nordlicht Bank

## Schließfach

Ein kleines Schließfach in der Filiale Kiel kostet 60 € im Jahr, ein großes 110 €.

## Bankbescheinigung

Eine Bescheinigung für Behörden oder Vermieter kostet 15 € und kommt innerhalb von drei Werktagen.
`;

/**
 * The help centre of the made-up Nordlicht bank: a bot with its folders and live articles, a source, drafts that
 * wait, and a golden set.
 */
export async function createHelpCentre(ctx: Context): Promise<HelpCentreOf> {
  const bot = await createBot(ctx, 'Nordlicht help centre');
  const folderIds = new Map<string, string>();
  for (const [name, folder] of Object.entries(FOLDERS)) {
    folderIds.set(name, (await createFolder(ctx, { ...folder, parentFolderId: '' })).id);
  }
  const common = { agentInstruction: '', escalation: false };
  const articleIds = new Map<string, string>();
  for (const { key, title, questions, keywords, text, folder } of readHelpCentre()) {
    const content = { ...common, title, questions, keywords, mainKnowledge: text };
    articleIds.set(key, (await createArticle(ctx, { ...content, parentFolderId: folderIds.get(folder) ?? '' })).id);
  }
  const parentFolderId = folderIds.get('karten') ?? '';
  for (const draft of DRAFTS) await createArticle(ctx, { ...common, ...draft, parentFolderId, isDraft: true });
  await assignFolders(ctx, {
    junctions: [...folderIds.values()].map((folderId) => ({ folderId, botId: bot.id, action: 'ADD' })),
  });
  const { addedDocumentIds } = await addFiles(ctx, [{ name: 'preisverzeichnis.md', content: Buffer.from(PRICE_LIST) }]);
  await requestDrafts(ctx, { documentIds: addedDocumentIds, botId: bot.id });
  await createSuite(ctx, {
    botId: bot.id,
    name: 'Nordlicht golden set',
    cases: Object.entries(GOLDEN_SET).map(([question, key]) => ({
      question,
      expectedArticleId: key === null ? null : (articleIds.get(key) ?? null),
    })),
  });
  return { botId: bot.id, articleIds };
}
