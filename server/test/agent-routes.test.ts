/** The documented operations of the agent API: which exist, and which scope each needs. */
import { expect, test } from 'vitest';
import { routes } from '../src/app.ts';

/** `r`: `read` suffices; `w`: needs `write`. All fifty-six. */
const DOCUMENTED = `
r GET    /v2/bots/public
w POST   /v2/bots/{id}/hc-prompt
r GET    /v2/bots/{id}/hc-prompt/history/public
r GET    /v2/bots/{id}/hc-prompt/public
w DELETE /v2/documents/public
r GET    /v2/documents/public
w POST   /v2/documents/public
w POST   /v2/documents/public/deep-crawl/links
w POST   /v2/documents/public/refresh
r GET    /v2/documents/public/resources/{provider}
w POST   /v2/documents/public/resources/{provider}
r GET    /v2/documents/public/{id}
r POST   /v2/hc-articles/ids/public
r GET    /v2/hc-articles/public
w POST   /v2/hc-articles/public
w POST   /v2/hc-articles/{id}/draft/public
w PUT    /v2/hc-articles/{id}/move/public
w DELETE /v2/hc-articles/{id}/public
w PUT    /v2/hc-articles/{id}/public
w POST   /v2/hc-articles/{id}/publish/public
w POST   /v2/hc-bot-folder-junctions/public
r GET    /v2/hc-folders/public
w POST   /v2/hc-folders/public
w PUT    /v2/hc-folders/{id}/move/public
w DELETE /v2/hc-folders/{id}/public
w PUT    /v2/hc-folders/{id}/public
w POST   /v2/hc-interactions/events/public
w DELETE /v2/hc-interactions/public
r GET    /v2/hc-interactions/public
w DELETE /v2/hc-interactions/{id}/public
r GET    /v2/hc-interactions/{id}/public
w POST   /v2/knowledge/public
w POST   /v2/knowledge/public/bulk
r POST   /v2/knowledge/public/jobs/status
w POST   /v2/knowledge/public/tree/initialize
w POST   /v2/knowledge/public/tree/persist
w POST   /v2/hc-rules/draft/public
r GET    /v2/hc-rules/public
w POST   /v2/hc-rules/public
w POST   /v2/hc-rules/{id}/duplicate/public
w DELETE /v2/hc-rules/{id}/public
r GET    /v2/hc-rules/{id}/public
w PATCH  /v2/hc-rules/{id}/public
w POST   /v2/hc-rules/{id}/publish/public
w POST   /v2/hc-rules/{id}/refine/public
r GET    /v2/tag-groups/public
w POST   /v2/tag-groups/public
r GET    /v2/tag-groups/tags/public
w DELETE /v2/tag-groups/{id}/public
r GET    /v2/tag-groups/{id}/public
w PUT    /v2/tag-groups/{id}/public
w DELETE /v2/tag-groups/{id}/tags/public
r GET    /v2/tag-groups/{id}/tags/public
w POST   /v2/tag-groups/{id}/tags/public
w PUT    /v2/tag-groups/{id}/tags/public
r GET    /v2/tags/{id}/public
`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/) as [scope: string, method: string, path: string]);

test.each(DOCUMENTED)('%s %s %s', (scope, method, path) => {
  const plain = (text: string) => text.replaceAll(/\{(?!provider\})[^}]+\}/g, '{id}');
  const found = routes.filter((route) => route.method === method && plain(route.path) === path);
  expect(found.map((route) => route.scope)).toEqual([scope === 'r' ? 'read' : 'write']);
});
