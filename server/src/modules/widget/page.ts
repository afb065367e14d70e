import type { Services } from '#platform/context.ts';
import { html, raw } from '#platform/html/html.ts';
import type { Reply } from '#platform/http/route.ts';
import { enterWidget } from './talk.ts';
import type { WidgetRow } from './widget.queries.ts';

type Language = 'en' | 'de';

/** The page in the frame; only the pages that the widget names may show it, and it loads nothing from anybody else. */
export async function showWidget(
  services: Services & { requestId: string },
  widgetId: string,
  asked: string | undefined,
): Promise<Reply> {
  const { widget } = await enterWidget(services, widgetId);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${widget.allowedOrigins.length > 0 ? widget.allowedOrigins.join(' ') : "'none'"}`,
  ];
  return {
    status: 200,
    body: render(services.publicUrl, widget, asked === 'de' ? 'de' : 'en').text,
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    },
  };
}

const WORDS = {
  en: { title: 'Chat with us', greeting: 'Hello! What can we do for you?' },
  de: { title: 'Schreiben Sie uns', greeting: 'Guten Tag! Was können wir für Sie tun?' },
};

function render(publicUrl: string, widget: WidgetRow, language: Language) {
  const base = `${new URL(publicUrl).pathname.replace(/\/$/, '')}/widget`;
  const title = widget.title[language] || WORDS[language].title;
  return html`${raw('<!doctype html>')}
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${base}/assets/chat.css">
<script type="module" src="${base}/assets/chat.js"></script>
</head>
<body data-at="${base}/${widget.widgetId}" data-origins="${widget.allowedOrigins.join(' ')}"
  data-title="${title}" data-greeting="${widget.greeting[language] || WORDS[language].greeting}"></body>
</html>`;
}
