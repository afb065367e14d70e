import { wordsOf } from './normalize.ts';

/** Words that say nothing about the subject of a question, as people write them. */
export const GERMAN_STOP_WORDS: ReadonlySet<string> = new Set(
  wordsOf(`der die das den dem des ein eine einen einem einer eines und oder aber ich du er sie es wir ihr mich mir dich dir
  sich uns euch mein meine meinen meinem meiner meines dein deine ihre ihren ihrem ihrer euer eure unser unsere ist sind war
  waren bin bist sein hat habe haben hatte hatten wird werde werden wurde wurden kann kannst koennen konnte soll sollen muss
  muessen darf duerfen mag moechte moechten will wollen wie was wer wo wann warum wieso weshalb welche welcher welches
  wohin woher nicht kein keine keinen keinem keiner im in an am auf aus bei beim bis durch fuer gegen ohne mit nach ueber unter um von
  vom vor zu zum zur zwischen als also auch da dann dass denn doch dort erst etwas gibt geht gern hallo hier hin ja jetzt man
  mal mehr nein noch nun nur ob schon sehr so sodass sondern trotzdem wenn weil wieder bitte danke eigentlich gerade immer
  jemand irgendwie machen mache macht tun kommen diese dieser dieses diesem diesen jede jeder jedes alle alles einfach mich guten tag frage wissen bekomme bekommen brauche brauchen moeglich funktioniert funktionieren euch ihnen hilfe haette gerne gern weg seit zwei drei viel lange erst nie kannst koennt darf muss meins beim ab an auf plus hiess sagt gesagt weiter nochmal plötzlich ploetzlich geld euro genau etwa eben davon ok okay hi hey dafuer damit daran darauf`),
);

export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  wordsOf(`a an the and or but i you he she it we they me him her us them my your his its our their mine yours this that these
  those is are was were be been being am do does did doing done have has had having will would shall should can could may
  might must of in on at by for with about to from up down into over after before between out off as if then than so because
  while there here what which who whom whose when where why how not no nor only own same too very just also any some all each
  both more most other such again once im ive id youre dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt
  hasnt havent please thanks thank hello hi hey know need want like get got getting go going way make let tell help someone
  something thing things really still now yet already even ever much many lot say said think see okay ok money`),
);

const BOTH = new Set([...GERMAN_STOP_WORDS, ...ENGLISH_STOP_WORDS]);

/** Whether a normalised word says nothing about a subject, in either language. */
export const isStopWord = (word: string): boolean => BOTH.has(word);
