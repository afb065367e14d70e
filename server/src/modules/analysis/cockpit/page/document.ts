import { type Content, html, raw } from '#platform/html/html.ts';
import type { CockpitLanguage } from '../cockpit.queries.ts';
import { STYLES } from './styles.ts';

/** A whole page. The title names nobody: browsers and messengers keep it. */
export function renderDocument(language: CockpitLanguage, title: string, body: Content): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${raw(STYLES)}</style>
</head>
<body>
${body}
</body>
</html>
`.text;
}
