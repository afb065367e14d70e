import { useState } from 'react';
import { useChange } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Copyable } from '../../ui/copy.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Section } from '../../ui/page.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { SIGNING_TEXTS } from './widgets-texts.ts';

/** HS256 (RFC 7515) with what Node brings along: nothing has to be installed to try it. */
const SIGN = `import { createHmac } from 'node:crypto';

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** \`sub\`: your id of the customer, the externalId of the user. Valid for an hour. */
export function signCustomer(sub) {
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const content = \`\${encode({ alg: 'HS256', typ: 'JWT' })}.\${encode({ sub, exp })}\`;
  const signature = createHmac('sha256', process.env.KONTOR_TOKEN_SECRET).update(content).digest('base64url');
  return \`\${content}.\${signature}\`;
}`;

/** How the company's server says who is in front of the chat, and the secret that it needs for that. */
export function CustomerTokens({ snippet }: { snippet: string }) {
  const texts = useTexts(SIGNING_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  const rotate = useChange('POST /v2/workspace/customer-token-secret');
  const close = () => setIsAsking(false);
  return (
    <Section title={texts.title}>
      <p className="quiet-text">{texts.lead}</p>
      <Copyable label={texts.node} text={SIGN} />
      <Copyable label={texts.page} text={snippet.replace(' async', ' data-token="…" async')} />
      <ErrorNotice error={rotate.error} />
      {can('console:keys') && (
        <div>
          <button type="button" onClick={() => setIsAsking(true)}>
            {texts.rotate}
          </button>
        </div>
      )}
      {isAsking && (
        <Confirm
          title={texts.question}
          go={texts.rotate}
          isBusy={rotate.isPending}
          onGo={() => rotate.mutate({}, { onSettled: close })}
          onClose={close}
        >
          <p>{texts.text}</p>
        </Confirm>
      )}
      {rotate.data && (
        <SecretDialog title={texts.made} values={[[texts.secret, rotate.data.secret]]} onClose={() => rotate.reset()}>
          {rotate.data.previousValidUntil && <p>{texts.until(formats.moment(rotate.data.previousValidUntil))}</p>}
        </SecretDialog>
      )}
    </Section>
  );
}
