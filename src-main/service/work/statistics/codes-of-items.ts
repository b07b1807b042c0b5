/** Takes codes out of a list of items (JSON text) as one short text, and makes items of that text. */
export interface CodesOfItems {
  /** Empty where there is none. */
  read(list: string): string;
  /** One item for each code that was found: which of them stood together is not kept. */
  items(text: string): readonly Readonly<Record<string, string>>[];
}

/**
 * The texts beside the codes are not read: inside of a JSON text every quotation mark is escaped, so a name between two bare ones can only
 * be a key, and no code is written with an escape.
 * @param codes names of the codes, at most ten
 */
export function codesOfItems(codes: readonly string[]): CodesOfItems {
  const names = codes.map((code) => `"${code}":"`);
  return {
    read: (list) => {
      let found = '';
      for (let which = 0; which < names.length; which += 1) {
        const name = names[which] as string;
        for (let at = list.indexOf(name); at >= 0; at = list.indexOf(name, at)) {
          at += name.length;
          const value = list.slice(at, list.indexOf('"', at));
          if (value.includes('\\')) continue;
          // Most lists have one code: a short text that is not put together.
          found = found === '' ? which + value : `${found} ${which}${value}`;
        }
      }
      return found;
    },
    items: (text) => (text === '' ? [] : text.split(' ').map((one) => ({ [codes[Number(one[0])] as string]: one.slice(1) }))),
  };
}
