/**
 * Takes out of a list of items (JSON text) the codes that are asked for, as JSON of a list with one entry for each code found: which item a
 * code stood in is not kept. The texts beside them are not read: inside of a JSON text every quotation mark is escaped, so a name between
 * two bare ones can only be a key, and no code is written with an escape. Empty where there is none.
 */
export function codesIn(codes: readonly string[]): (list: string) => string {
  const names = codes.map((code) => `"${code}":"`);
  return (list) => {
    let found = '';
    for (const name of names)
      for (let at = list.indexOf(name); at >= 0; at = list.indexOf(name, at)) {
        at += name.length;
        const value = list.slice(at, list.indexOf('"', at));
        if (!value.includes('\\')) found += `${found ? ',' : '['}{${name}${value}"}`;
      }
    return found && `${found}]`;
  };
}
