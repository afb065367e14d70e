import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateJsonError } from './locate-json-error.ts';

const locate = (text: string) => locateJsonError(Buffer.from(text, 'utf8'));

describe('locateJsonError', () => {
  test.each([
    ['', 0, 'a value'],
    ['  ', 2, 'a value'],
    ['[1,]', 3, 'a value'],
    ['[', 1, 'a value or "]"'],
    ['[1 2]', 3, '"," or "]"'],
    ['{"a":1 "b":2}', 7, '"," or "}"'],
    ['{"a" 1}', 5, '":"'],
    ['{a:1}', 1, 'a property name in double quotes or "}"'],
    ['{"a":1,}', 7, 'a property name in double quotes'],
    ['{"a":1]', 6, '"," or "}"'],
    ['[1}', 2, '"," or "]"'],
    ['1 x', 2, 'the end of the body'],
    ['tru', 3, 'true'],
    ['nul!', 3, 'null'],
    ['-', 1, 'a digit'],
    ['01', 1, 'the end of the body'],
    ['1.', 2, 'a digit'],
    ['1e+', 3, 'a digit'],
    ['"abc', 4, 'the closing quote of a string'],
    ['"a\nb"', 2, 'no raw control character in a string'],
    ['"\\x"', 2, 'one of "\\/bfnrtu after a backslash'],
    ['"\\u12g4"', 5, 'four hexadecimal digits after \\u'],
    ['"\\u12', 5, 'four hexadecimal digits after \\u'],
    ["['a']", 1, 'a value or "]"'],
    ['{"ä":}', 6, 'a value'],
  ])('%j: at byte %i it expects %s', (text, index, expected) => {
    expect(locate(text)).toEqual({ index, expected });
  });

  test('tells of bytes that are no UTF-8', () => {
    for (const wrong of [[0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xf5, 0x80, 0x80, 0x80]]) {
      const bytes = Buffer.concat([Buffer.from('["ä'), Buffer.from(wrong), Buffer.from('"]')]);
      expect(locateJsonError(bytes)).toEqual({ index: 4, expected: 'valid UTF-8' });
    }
  });

  test('agrees with JSON.parse on what is JSON, and everything before the fault could have gone on', () => {
    const garbled = fc
      .tuple(
        fc.json(),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('', ...Array.from('{}[],:"\\ 0-.eE+tnu\n'))), { maxLength: 3 }),
      )
      .map(([json, edits]) =>
        edits.reduce((text, [at, insert]) => {
          const i = at % (text.length + 1);
          return text.slice(0, i) + insert + text.slice(i + (at % 2));
        }, json),
      );
    fc.assert(
      fc.property(fc.oneof(garbled, fc.string()), (text) => {
        const wellFormed = text.toWellFormed();
        let valid = true;
        try {
          JSON.parse(wellFormed);
        } catch {
          valid = false;
        }
        const bytes = Buffer.from(wellFormed, 'utf8');
        const fault = locateJsonError(bytes);
        expect(fault === null).toBe(valid);
        if (fault) {
          const before = locateJsonError(bytes.subarray(0, fault.index));
          if (before) expect(before.index).toBe(fault.index);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
