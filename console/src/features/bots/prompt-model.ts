import type { MergedPrompt, SavePrompt } from '../../app/api.gen.ts';
import { type ComparedLine, compareLines } from '../../ui/compare-lines.ts';

/** The three parts of a prompt, in the order that they are told. */
export const PARTS = ['hcPlanningPrompt', 'hcGuidelinePrompt', 'hcChannelPrompt'] as const;
export type Part = (typeof PARTS)[number];
export type Prompt = Pick<SavePrompt, Part>;
export type PromptSection = Prompt[Part][number];

export const promptOf = ({ hcPlanningPrompt, hcGuidelinePrompt, hcChannelPrompt }: Prompt | MergedPrompt): Prompt => ({
  hcPlanningPrompt,
  hcGuidelinePrompt,
  hcChannelPrompt,
});

/** Part by part what differs; empty: nothing does. `off` is written behind the heading of a section that does not apply. */
export function comparePrompts(before: Prompt, after: Prompt, off: string): { part: Part; lines: ComparedLine[] }[] {
  return PARTS.flatMap((part) => {
    const lines = compareLines(linesOf(before[part], off), linesOf(after[part], off));
    return lines.every(({ kind }) => kind === 'same') ? [] : [{ part, lines }];
  });
}

const linesOf = (sections: PromptSection[], off: string): string[] =>
  sections.flatMap((section) => [
    ...sectionLines(section, '', off),
    ...(section.subsections ?? []).flatMap((each) => sectionLines(each, '  ', off)),
  ]);

const sectionLines = (
  { title, content, enabled }: Pick<PromptSection, 'title' | 'content' | 'enabled'>,
  indent: string,
  off: string,
) => [`${indent}${title}${enabled ? '' : ` (${off})`}`, ...content.split('\n').map((line) => `${indent}  ${line}`)];
