import type { Widget } from '../../app/api.gen.ts';
import { useTexts } from '../../app/language.ts';
import { Badge } from '../../ui/page.tsx';
import { WIDGETS_TEXTS } from './widgets-texts.ts';

/** Whether visitors can see it, in a word. */
export function WidgetState({ widget }: { widget: Widget }) {
  const texts = useTexts(WIDGETS_TEXTS);
  if (!widget.active) return <Badge>{texts.hidden}</Badge>;
  if (widget.allowedOrigins.length === 0) return <Badge tone="warn">{texts.noOrigin}</Badge>;
  return <Badge tone="good">{texts.shown}</Badge>;
}
