import { normalize } from '#platform/text/normalize.ts';

const YES =
  /^(?:oh |well |also |na |ach )?(?:yes|yep|yeah|yup|sure|ok(?:ay)?|correct|confirm(?:ed)?|right|exactly|of course|please do|go ahead|do it|that is (?:right|correct)|thats (?:right|correct)|ja|jap?|jo|jawohl|jep|klar|gerne?|genau|richtig|korrekt|stimmt|passt|bestatig(?:e|t)|einverstanden|naturlich|in ordnung|mach(?:en sie)? das|bitte(?: machen| ja)?|👍|✅)(?![\p{L}])/u;
const NO =
  /^(?:oh |well |also |na |ach )?(?:no|nope|nah|not?(?: now| yet)|do not|dont|wrong|incorrect|nein|ne+|nee|nicht|falsch|lieber nicht|auf keinen fall|stimmt nicht|👎|❌)(?![\p{L}])/u;
/** What turns an agreement into something else: it has to be asked again. */
const BUT = /\b(?:but|aber|except|ausser|wait|moment|warte|not|nicht|instead|stattdessen|if|wenn|falls)\b/u;

/** null when it is neither, or a yes with a reservation: only a plain yes is one. */
export function readYesNo(message: string): boolean | null {
  const text = normalize(message).trim();
  if (NO.test(text)) return false;
  if (!YES.test(text)) return null;
  return BUT.test(text) || text.includes('?') ? null : true;
}
