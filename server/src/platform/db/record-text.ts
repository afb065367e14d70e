/**
 * The fields of a record as PostgreSQL writes it as a text, such as `(a,,"b c")`: fields end at commas, an empty one is
 * null, and what has quotation marks around it has those and backslashes in it twice.
 *
 * https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-IO-SYNTAX
 */
export function readRecord(text: string): (string | null)[] {
  const fields: (string | null)[] = [];
  for (let at = 1; at < text.length; at += 1) {
    if (text[at] === '"') {
      const end = endOfQuoted(text, at + 1);
      fields.push(text.slice(at + 1, end).replace(/""|\\\\/g, (pair) => pair.charAt(0)));
      at = end + 1;
    } else {
      const comma = text.indexOf(',', at);
      const end = comma < 0 ? text.length - 1 : comma;
      fields.push(end === at ? null : text.slice(at, end));
      at = end;
    }
  }
  return fields;
}

/** Where the quotation mark stands that ends what begins at `from`. */
function endOfQuoted(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
}
