import { wordsOf } from '#platform/text/normalize.ts';

/**
 * What whole messages mean that ask nothing of an article: `unhelped`, the answer before was of no use; `person`, somebody to
 * talk to is wanted; `nature`, who is talking here; `no_more`, there is nothing else; `de` and `en`, another language is wanted.
 * Compared without the words of PADDING.
 */
export type SetPhrase = keyof typeof PHRASES;

const PADDING = wordSet(
  'das dass es mir uns leider aber auch wirklich sehr so ja na ach oh hm hmm bitte please really very also it this that thats me us the a an ein eine einen einem einer sorry hallo hi hey hello guten tag well now jetzt sofort danke dankeschoen thanks thank you thx vielen dank fuer for heute today',
);
const ADDRESSES = ['bist du', 'sind sie', 'spreche ich mit', 'schreibe ich mit', 'rede ich mit', 'chatte ich mit'];
const ADDRESSES_ENGLISH = [
  'are',
  'am i talking to',
  'am i speaking to',
  'am i chatting with',
  'am i talking with',
  'is',
];
const NATURES = 'mensch menschen echt bot chatbot roboter ki maschine computer echter_mensch echten_menschen';
const NATURES_ENGLISH = 'human bot chatbot robot ai person machine real computer real_person human_being';
const PEOPLE =
  'mensch menschen mitarbeiter mitarbeiterin berater beraterin kundenberater human agent operator representative person real_person real_human echte_person echten_menschen live_agent human_agent';

const PHRASES = {
  unhelped: [
    'hat nicht geholfen | hat nicht weitergeholfen | hat nichts geholfen | hilft nicht | hilft nicht weiter | nicht hilfreich | ist nicht hilfreich',
    'war nicht hilfreich | ist keine antwort | keine hilfe | verstehe ich nicht | ich verstehe nicht | ich verstehe antwort nicht',
    'antwort verstehe ich nicht | habe ich nicht verstanden | falsche antwort | ist falsch | stimmt nicht | passt nicht | nicht meine frage',
    'war nicht meine frage | beantwortet meine frage nicht | beantwortet nicht meine frage | habe ich nicht gefragt | habe ich nicht gemeint',
    'meine ich nicht | meinte ich nicht | nicht was ich wissen wollte | keins davon | keine davon | keiner davon | nichts davon | weder noch',
    'did not help | didnt help | does not help | doesnt help | not helpful | is not helpful | isnt helpful | was not helpful | wasnt helpful',
    'no help | is no help | not what i asked | is not what i asked | not what i meant | is not what i meant | not what i wanted | not my question',
    'does not answer my question | doesnt answer my question | did not answer my question | didnt answer my question | wrong answer | is wrong',
    'i do not understand | i dont understand | dont understand | i dont get | makes no sense | useless | nutzlos | unsinn | quatsch',
    'geht nicht | geht immer noch nicht | funktioniert nicht | funktioniert immer noch nicht | klappt nicht | klappt immer noch nicht',
    'does not work | doesnt work | still does not work | still doesnt work | not working | still not working | did not work | didnt work',
    'none of these | none of those | none of them | none of above | neither | none',
  ],
  person: [
    'kein bot | keinen bot | no bot | not bot',
    ...[
      '',
      'ich will ',
      'ich moechte ',
      'ich brauche ',
      'mit ',
      'kein bot sondern ',
      'i want ',
      'i need ',
      'no bot ',
      'get ',
    ].map((start) =>
      PEOPLE.split(' ')
        .map((one) => `${start}${one.replace('_', ' ')}`)
        .join(' | '),
    ),
  ],
  nature: [
    ...ADDRESSES.flatMap((start) => NATURES.split(' ').map((one) => `${start} ${one.replace('_', ' ')}`)),
    ...ADDRESSES_ENGLISH.flatMap((start) =>
      NATURES_ENGLISH.split(' ').map((one) => `${start} ${one.replace('_', ' ')}`),
    ),
    'wer bist du | wer sind sie | was bist du | who are | what are',
  ],
  no_more: [
    'nein alles gut | nein alles klar | nein das wars | das wars | wars | ist alles | war alles | nichts mehr | mehr nicht',
    'sonst nichts | nein sonst nichts | nein mehr nicht | nein war alles | nein ist alles | nein wars | nein nichts mehr | nein nichts',
    'all | is all | was all | nothing else | no nothing else | no is all | no was all | no all good | all good | no more',
  ],
  de: [
    'deutsch | auf deutsch | in deutsch | und auf deutsch | auf deutsch geht | gibt auf deutsch | kannst du deutsch | sprichst du deutsch',
    'sprechen sie deutsch | geht auf deutsch | german | in german | and in german | do speak german | can speak german | answer in german',
  ],
  en: [
    'english | in english | and in english | can have in english | do speak english | can speak english | can answer in english',
    'answer in english | speak english | englisch | auf englisch | in englisch | und auf englisch | gibt auf englisch | geht auf englisch',
  ],
} as const;

const kindOf = new Map<string, SetPhrase>();
for (const [kind, lines] of Object.entries(PHRASES)) {
  for (const line of lines) for (const phrase of line.split(' | ')) kindOf.set(coreOf(phrase), kind as SetPhrase);
}
kindOf.delete('');

function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text));
}

function coreOf(message: string): string {
  return wordsOf(message)
    .filter((word) => !PADDING.has(word))
    .join(' ');
}

/** What a message means as a whole, when it is one of the phrases. */
export const setPhraseOf = (message: string): SetPhrase | null => kindOf.get(coreOf(message)) ?? null;
