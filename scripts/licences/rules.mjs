/** Which licences may go into the product, which is itself under Apache-2.0. */

/** They ask for no more than naming the authors and passing on the text. Fonts: OFL. SQLite is given to the public: blessing. */
export const allowed = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'Python-2.0',
  'blessing',
]);

/**
 * What is allowed for named packages only, with the reason.
 * @type {readonly { package: RegExp, licence: string, reason: string }[]}
 */
export const exceptions = [
  {
    package: /^@img\/sharp-(libvips-|win32-)/,
    licence: 'LGPL-3.0-or-later',
    reason:
      'libvips is shipped as a shared library of its own, loaded at run time and unchanged; a user can put another build in its place.',
  },
];

/**
 * What is shipped beside the packages' own code and has other authors than the package that carries it.
 * @type {readonly { name: string, carriedBy: string, licence: string, origin: string }[]}
 */
export const carried = [
  {
    name: 'Tesseract language data for Vietnamese (vie, best, integer)',
    carriedBy: '@tesseract.js-data/vie',
    licence: 'Apache-2.0',
    origin: 'https://github.com/tesseract-ocr/tessdata_best',
  },
  {
    name: 'Tesseract language data for Vietnamese (vie, fast)',
    carriedBy: 'resources/tessdata',
    licence: 'Apache-2.0',
    origin: 'https://github.com/tesseract-ocr/tessdata_fast',
  },
  {
    name: 'Tesseract OCR and Leptonica',
    carriedBy: 'tesseract.js-core',
    licence: 'Apache-2.0 AND BSD-2-Clause',
    origin: 'https://github.com/tesseract-ocr/tesseract',
  },
  {
    name: 'PDFium',
    carriedBy: '@hyzyla/pdfium',
    licence: 'BSD-3-Clause AND Apache-2.0',
    origin: 'https://pdfium.googlesource.com/pdfium/',
  },
  { name: 'ZXing-C++', carriedBy: 'zxing-wasm', licence: 'Apache-2.0', origin: 'https://github.com/zxing-cpp/zxing-cpp' },
  { name: 'libxml2', carriedBy: 'libxml2-wasm', licence: 'MIT', origin: 'https://gitlab.gnome.org/GNOME/libxml2' },
  { name: 'SQLite', carriedBy: 'better-sqlite3', licence: 'blessing', origin: 'https://www.sqlite.org/copyright.html' },
  {
    name: 'SQLite3 Multiple Ciphers',
    carriedBy: 'better-sqlite3',
    licence: 'MIT',
    origin: 'https://github.com/utelle/SQLite3MultipleCiphers',
  },
  {
    name: 'Be Vietnam Pro (font)',
    carriedBy: '@fontsource/be-vietnam-pro',
    licence: 'OFL-1.1',
    origin: 'https://github.com/bettergui/BeVietnamPro',
  },
  { name: 'Tinos (font)', carriedBy: '@fontsource/tinos', licence: 'OFL-1.1', origin: 'https://github.com/googlefonts/tinos' },
];

/**
 * @param {string} licence an SPDX expression
 * @param {string} name of the package
 * @returns {boolean} false also for what is not understood
 */
export const isAllowed = (licence, name) =>
  licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((id) => allowed.has(id) || excepted(id, name)));

/**
 * @param {string} id
 * @param {string} name
 */
const excepted = (id, name) => exceptions.some((exception) => exception.licence === id && exception.package.test(name));
