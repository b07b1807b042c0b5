import { defineWords } from '../../i18n/words';

export const useImportWords = defineWords('import', {
  vi: {
    title: 'Nhập trang',
    running: 'Đang nhập {{done}}/{{all}} tệp, đã lưu {{pages}} trang',
    finished: 'Đã nhập {{pages}} trang từ {{files}} tệp',
    safe: 'Trang đã hiện ở đây là đã mã hóa và lưu trên máy.',
    stop: 'Dừng sau trang này',
    close: 'Đóng',
    pages: '{{done}}/{{of}} trang',
    fileDone: 'xong {{count}} trang',
    fileRefused: 'không nhập được',
    refusals: '{{count}} tệp không nhập được',
    duplicates: '{{count}} trang đã có sẵn, không lưu lần nữa',
    duplicate: '{{file}}, trang {{page}}: trùng với {{title}}',
    openDuplicate: 'Mở',
  },
  en: {
    title: 'Import pages',
    running: 'Importing {{done}}/{{all}} files, {{pages}} pages saved',
    finished: '{{pages}} pages imported from {{files}} files',
    safe: 'Pages shown here are encrypted and saved on this machine.',
    stop: 'Stop after this page',
    close: 'Close',
    pages: '{{done}}/{{of}} pages',
    fileDone: '{{count}} pages done',
    fileRefused: 'not imported',
    refusals: '{{count}} files were not imported',
    duplicates: '{{count}} pages were here already and are not stored twice',
    duplicate: '{{file}}, page {{page}}: same as {{title}}',
    openDuplicate: 'Open',
  },
});
