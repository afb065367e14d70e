import type { SuiteRun } from 'kontor-sdk';

/** The run as CI reads it: a test case per question. */
export function renderSuiteJunit(name: string, { results, failed }: SuiteRun): string {
  const cases = results.map(({ question, passed, expectedArticleId, decision, articleIds, change }) => {
    const head = `  <testcase classname="${escapeXml(name)}" name="${escapeXml(question)}"`;
    if (passed) return `${head}/>`;
    const got = [decision, ...articleIds].join(' ');
    const message = escapeXml(`expected ${expectedArticleId ?? 'a person'}, got ${got} (${change})`);
    return `${head}>\n    <failure message="${message}"/>\n  </testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="${escapeXml(name)}" tests="${results.length}" failures="${failed}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Without the characters that XML has no way to write. */
const escapeXml = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
