import type { Call } from '../command.types.ts';
import { usageError } from '../exit.ts';
import { countOf } from '../render.ts';
import { checkRules } from '../tracked/check-rules.ts';
import { type LocalFile, type Mistake, readFolder } from '../tracked/folder.ts';
import { describeMistakes, readTarget } from '../tracked/session.ts';
import { validate } from '../tracked/validate.ts';

export async function run(call: Call): Promise<number> {
  const { terminal, flag } = call;
  const { dir, kinds } = readTarget(call);
  const { files, mistakes } = await readFolder(dir, kinds);
  if (files.length === 0 && mistakes.length === 0) {
    throw usageError(`There are no files in ${dir}.`, '“kontor rules pull” writes them, or say --dir.');
  }
  const found: Mistake[] = [...mistakes, ...validate(files)];
  const sound = (file: LocalFile) => file.kind === 'rules' && !found.some((mistake) => mistake.file === file.path);
  if (!flag('offline')) found.push(...(await checkRules(await call.connect(), files.filter(sound))));
  terminal.result({ files: files.length + mistakes.length, mistakes: found }, () => describeMistakes(found).join('\n'));
  const count = countOf(files.length + mistakes.length, 'file');
  terminal.note(
    found.length === 0
      ? `${terminal.noteStyle('green', '✓')} ${count}, no mistake.`
      : `${countOf(found.length, 'mistake')} in ${count}.`,
  );
  return found.length > 0 ? 1 : 0;
}
