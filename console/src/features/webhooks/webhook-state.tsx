import type { Webhook } from '../../app/api.gen.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Badge } from '../../ui/page.tsx';
import { WEBHOOKS_TEXTS } from './webhooks-texts.ts';

/** In a word. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const texts = useTexts(WEBHOOKS_TEXTS);
  if (webhook.disabledReason) return <Badge tone="bad">{texts.switchedOff}</Badge>;
  if (!webhook.active) return <Badge>{texts.off}</Badge>;
  if (webhook.failingSince) return <Badge tone="warn">{texts.failing}</Badge>;
  return <Badge tone="good">{texts.on}</Badge>;
}

/** Why nothing arrives, if so. */
export function WebhookTrouble({ webhook }: { webhook: Webhook }) {
  const texts = useTexts(WEBHOOKS_TEXTS);
  const formats = useFormats();
  const { disabledReason, disabledAt, failingSince, active } = webhook;
  if (disabledReason && disabledAt) {
    return (
      <div className="notice bad">
        <p>{texts.reasons[disabledReason](formats.moment(disabledAt))}</p>
        <p>{texts.offHint}</p>
      </div>
    );
  }
  if (!active) {
    return (
      <div className="notice">
        <p>{texts.offHint}</p>
      </div>
    );
  }
  if (!failingSince) return null;
  return (
    <div className="notice warn">
      <p>{texts.failingSince(formats.moment(failingSince))}</p>
    </div>
  );
}
