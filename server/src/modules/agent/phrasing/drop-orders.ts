/** Ways in which a text speaks to an assistant instead of a reader, in German and English. */
const ORDERS = [
  /\b(?:ignore|disregard|forget|override|ignorier\w*|vergiss|vergessen sie|missachte\w*)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|anweisung\w*|regeln?|vorgaben?)/iu,
  /\b(?:your|the|deine?n?|dein|ihre?n?) (?:system ?prompt|instructions|secret rules|hidden rules|anweisungen|regeln)\b/iu,
  /\bsystem ?prompt/iu,
  /(?:^|\n|["'<[{])\s*\/?(?:system|assistant|developer|inst|im_start|user)\b["']?\s*[:>\]}]/iu,
  /<\|?\/?\s*(?:system|assistant|im_start|im_end|message)/iu,
  /"role"\s*:/iu,
  /\b(?:you are|you're) (?:now|no longer)\b|\bdu bist (?:jetzt|nun|ab)\b|\b(?:from now on|ab jetzt|ab sofort)\b.{0,30}\b(?:you|du|answer|reply|speak|sprichst|antwortest|bist)\b/iu,
  /\b(?:tell|ask|advise|inform|recommend to|bitte|sag\w*|empfiehl|empfehle|rate|frag\w*|erzähl\w*) (?:the|den|dem|der|every|jedem) (?:customer|user|kunden?|kundin|nutzer\w*)\b/iu,
  /(?:^|[.!?\n]\s*|\b(?:and|und|please) )(?:say|sage?|answer|antworte|reply|respond|output|repeat|wiederhole|pretend|translate|complete|print|gib)\b.{0,12}(?:[:"“„]|\b(?:that|dass|with|only|as|your|deine?n?|the text|mit|den api|so)\b)/iu,
  /\b(?:always|immer) (?:recommend|say|answer|empfehlen|sagen|antworten)\b/iu,
  /\b(?:obey|decode this|api[- ]?(?:key|schlüssel)|environment variables|code ?word|codewort|override)\b/iu,
  /\b(?:another|other|anderen?|vorherigen?) (?:customer|user|kunden?|kundin)(?:['’]?s)?\b.{0,20}\b(?:conversation|data|name|gespräch|daten)\b|\b(?:conversation|data|gespräch|daten) (?:of|von|des) (?:another|other|anderen?)\b/iu,
  /\bweise ich dich an\b|\bi (?:hereby )?(?:order|instruct|command) you\b|\bthe (?:developer|administrator) (?:says|orders)\b/iu,
];
const INVISIBLE = /[\p{Cf}\u00ad]/gu;

/**
 * The text without the paragraphs that give orders to an assistant: those are no knowledge for customers. What a model is
 * shown goes through this; what a reviewer has approved is not changed by it.
 */
export function dropOrders(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => {
      const visible = paragraph.replace(INVISIBLE, '');
      return !ORDERS.some((order) => order.test(visible));
    })
    .join('\n\n');
}
