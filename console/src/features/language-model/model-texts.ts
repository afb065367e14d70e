import { pair } from '../../app/language.ts';

export const MODEL_TEXTS = {
  title: pair('Language model', 'Sprachmodell'),
  lead: pair(
    'It phrases answers from what was retrieved, and nothing else; each is checked before it is sent. Without one, answers come from the articles word by word.',
    'Es formuliert Antworten aus dem, was gefunden wurde, und aus nichts anderem; jede wird geprüft, bevor sie gesendet wird. Ohne Sprachmodell kommen Antworten wörtlich aus den Artikeln.',
  ),
  none: pair('No language model is connected.', 'Es ist kein Sprachmodell verbunden.'),
  noneHint: pair(
    'Everything works without one. Texts of customers go to its provider, so choose one that your data protection allows.',
    'Alles funktioniert auch ohne. Texte von Kunden gehen an seinen Anbieter: Wählen Sie einen, den Ihr Datenschutz erlaubt.',
  ),
  connect: pair('Connect one', 'Verbinden'),
  provider: pair('Speaks', 'Spricht'),
  providers: {
    'openai-compatible': pair('Chat completions (OpenAI and compatible)', 'Chat Completions (OpenAI und Kompatible)'),
    anthropic: pair('Messages (Anthropic)', 'Messages (Anthropic)'),
  },
  baseUrl: pair('Address of its API', 'Adresse der API'),
  baseUrlHint: pair(
    'Where it begins, such as https://llm.example.com/v1',
    'Wo sie beginnt, etwa https://llm.example.com/v1',
  ),
  model: pair('Model', 'Modell'),
  apiKey: pair('Key', 'Schlüssel'),
  keyKept: pair(
    'A key is stored. Leave this empty to keep it.',
    'Ein Schlüssel ist gespeichert. Leer lassen, um ihn zu behalten.',
  ),
  keyHint: pair(
    'Stored encrypted and never shown again. Empty: the endpoint wants none.',
    'Wird verschlüsselt gespeichert und nie mehr angezeigt. Leer: Der Endpunkt verlangt keinen.',
  ),
  enabled: pair('Answers use it', 'Antworten verwenden es'),
  limits: pair('Limits and prices', 'Grenzen und Preise'),
  timeoutMs: pair('Longest wait for an answer (ms)', 'Längste Wartezeit auf eine Antwort (ms)'),
  maxOutputTokens: pair('Longest answer (tokens)', 'Längste Antwort (Tokens)'),
  conversationTokens: pair('At most per conversation (tokens)', 'Höchstens je Gespräch (Tokens)'),
  inputPrice: pair('Price of a million tokens read', 'Preis je Million gelesener Tokens'),
  outputPrice: pair('Price of a million tokens written', 'Preis je Million geschriebener Tokens'),
  save: pair('Save', 'Speichern'),
  check: pair('Try the connection', 'Verbindung prüfen'),
  checking: pair('It is being asked …', 'Es wird gefragt …'),
  works: pair(
    (ms: string, tokens: string) => `It answered after ${ms} ms (${tokens} tokens).`,
    (ms: string, tokens: string) => `Es hat nach ${ms} ms geantwortet (${tokens} Tokens).`,
  ),
  remove: pair('Do without it', 'Darauf verzichten'),
  removeQuestion: pair('Do without the language model?', 'Auf das Sprachmodell verzichten?'),
  removeText: pair(
    'The setting and its key are deleted. Answers come from the articles word by word again.',
    'Die Einstellung und ihr Schlüssel werden gelöscht. Antworten kommen wieder wörtlich aus den Artikeln.',
  ),
};
