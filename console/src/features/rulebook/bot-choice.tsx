import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Check } from '../../ui/form.tsx';
import { Await } from '../../ui/states.tsx';
import { EDITOR_TEXTS } from './rulebook-texts.ts';

interface Props {
  chosen: string[];
  onChange: (botIds: string[]) => void;
  canEdit: boolean;
}

/** Which bots play the rule. */
export function BotChoice({ chosen, onChange, canEdit }: Props) {
  const texts = useTexts(EDITOR_TEXTS);
  const read = useRead('GET /v2/agents', {});
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset>
      <legend>{texts.bots}</legend>
      <Await read={read}>
        {({ agents }) => {
          const bots = agents.filter(({ archivedAt }) => archivedAt === null);
          if (bots.length === 0) return <p className="hint">{texts.noBots}</p>;
          return bots.map(({ id, name }) => (
            <Check
              key={id}
              label={name}
              checked={chosen.includes(id)}
              disabled={!canEdit}
              onChange={() => toggle(id)}
            />
          ));
        }}
      </Await>
    </fieldset>
  );
}
