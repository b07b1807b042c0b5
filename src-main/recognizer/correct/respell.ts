import type { EngineReading } from '../read/parse-tsv';

/** The reading with other spellings of its words, in its text as well; a word keeps in `raw` what the engine read. */
export const respell = (reading: EngineReading, spelling: (index: number) => string): EngineReading => {
  let text = '';
  let from = 0;
  const words = reading.words.map((word, i) => {
    const spelt = spelling(i);
    const at = reading.text.indexOf(word.text, from);
    text += reading.text.slice(from, at) + spelt;
    from = at + word.text.length;
    return spelt === word.text ? word : { ...word, text: spelt, raw: word.raw ?? word.text };
  });
  return { ...reading, words, text: text + reading.text.slice(from) };
};
