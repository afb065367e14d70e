import type { Language } from '#platform/text/language.ts';
import type { Refusal } from '../slots/read-input.ts';

interface RunTexts {
  refusal: Record<Refusal, string>;
  notUnderstood: string;
  yesOrNo: string;
  changed: string;
  cancelled: string;
  unknownOutcome: string;
  handover: string;
  alreadyDone: string;
}

/** What a run says beside the words of its rule. */
export const RUN_TEXTS: Record<Language, RunTexts> = {
  en: {
    refusal: {
      several: 'That was more than one.',
      check_digits: 'There seems to be a typing error in that IBAN.',
      too_small: 'That is less than is possible.',
      too_large: 'That is more than is possible.',
      too_early: 'That date is too early.',
      too_late: 'That date is too late.',
    },
    notUnderstood: 'Sorry, I did not understand that.',
    yesOrNo: 'Please answer yes or no.',
    changed: 'Something has changed since, so please look at it once more.',
    cancelled: 'All right, I have stopped here. Nothing was changed.',
    unknownOutcome:
      'I can not tell yet whether that has worked. Please do not try again: a colleague is looking into it and will get back to you.',
    handover: 'I am handing you over to a colleague, who will take it from here.',
    alreadyDone: 'That has already been passed on as you said before. A colleague will see to it that it is put right.',
  },
  de: {
    refusal: {
      several: 'Das war mehr als eines.',
      check_digits: 'In dieser IBAN scheint ein Tippfehler zu sein.',
      too_small: 'Das ist weniger als möglich.',
      too_large: 'Das ist mehr als möglich.',
      too_early: 'Dieses Datum ist zu früh.',
      too_late: 'Dieses Datum ist zu spät.',
    },
    notUnderstood: 'Das habe ich leider nicht verstanden.',
    yesOrNo: 'Bitte antworten Sie mit Ja oder Nein.',
    changed: 'Inzwischen hat sich etwas geändert, bitte sehen Sie noch einmal darauf.',
    cancelled: 'In Ordnung, ich habe hier abgebrochen. Es wurde nichts geändert.',
    unknownOutcome:
      'Ich kann noch nicht sagen, ob das geklappt hat. Bitte versuchen Sie es nicht noch einmal: eine Kollegin oder ein Kollege prüft es und meldet sich bei Ihnen.',
    handover: 'Ich gebe Sie an eine Kollegin oder einen Kollegen weiter.',
    alreadyDone:
      'Das wurde schon so weitergegeben, wie Sie es vorher gesagt haben. Eine Kollegin oder ein Kollege bringt es in Ordnung.',
  },
};
