/** The papers of the demo: image files and a PDF of fictional pages, and what the committee makes of them. */
import { readFileSync, readdirSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';

const folder = inRoot('resources', 'sample-scans');

/** Absolute paths of every image and PDF, in order. */
export const scanFiles = () =>
  readdirSync(folder)
    .filter((name) => /\.(jpg|png|pdf)$/.test(name))
    .sort()
    .map((name) => inRoot('resources', 'sample-scans', name));

/** How many pages the files hold, by the manifest. */
export const scanPages = () =>
  JSON.parse(readFileSync(inRoot('resources', 'sample-scans', 'manifest.json'), 'utf8')).scans.reduce(
    (/** @type {number} */ sum, /** @type {{pages: unknown[]}} */ scan) => sum + scan.pages.length,
    0,
  );

/**
 * Petitions and cases that refer to imported documents.
 * @param {string[]} documents ids
 * @param {string} today YYYY-MM-DD
 */
export const workOn = (documents, today) => ({
  petitions: [
    {
      number: 901,
      kind: 'TC',
      source: 'BUU_DIEN',
      secrecy: 'THUONG',
      state: 'CHO_PHAN_LOAI',
      receivedOn: today,
      summary: 'Ký xác nhận sai nguồn gốc đất, thu tiền ngoài sổ',
      senderName: 'Người gửi hư cấu',
      attachments: documents.slice(0, 2).join(','),
    },
    {
      number: 902,
      kind: 'PA',
      source: 'BUU_DIEN',
      secrecy: 'THUONG',
      state: 'DANG_GIAI_QUYET',
      receivedOn: today,
      summary: 'Quỹ làm đường không công khai',
      attachments: documents.slice(2, 4).join(','),
    },
  ],
  cases: [
    {
      code: '91/HS-UBKT',
      type: 'KT_DHVP_DV',
      name: 'Quản lý, sử dụng quỹ làm đường ấp 7',
      state: 'TRIEN_KHAI',
      inspectingBody: 'UBKT',
      secrecy: 'THUONG',
      openedOn: today,
      documents: documents.slice(4, 8).join(','),
    },
  ],
});
