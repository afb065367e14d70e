import { pair, useTexts } from './language.ts';

const TEXTS = {
  kontor: pair('Kontor', 'Kontor'),
  colleague: pair('a colleague', 'jemand aus dem Team'),
  program: pair('a program', 'ein Programm'),
};

/** Who did something, as the APIs say it (`operator:<id>`) and by the name if there is one, in words. */
export function useActorName() {
  const texts = useTexts(TEXTS);
  return (actor: string, name: string | null): string => {
    if (name !== null) return name;
    if (actor.startsWith('system:')) return texts.kontor;
    return actor.startsWith('operator:') ? texts.colleague : texts.program;
  };
}
