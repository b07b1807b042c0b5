/** Texts and file kinds of the native dialogs. */
import { basename } from 'node:path';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { PickPurpose } from '#shared/contract/shell-api';

const open: Readonly<Record<PickPurpose, OpenDialogOptions>> = {
  scan: {
    title: 'Chọn ảnh quét hoặc tệp PDF',
    buttonLabel: 'Nhập',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Ảnh quét và PDF', extensions: ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'pdf'] },
      { name: 'Mọi tệp', extensions: ['*'] },
    ],
  },
  folder: { title: 'Chọn thư mục ảnh quét', buttonLabel: 'Nhập thư mục này', properties: ['openDirectory'] },
  list: {
    title: 'Chọn danh sách Excel',
    buttonLabel: 'Mở',
    properties: ['openFile'],
    filters: [
      { name: 'Danh sách', extensions: ['xlsx', 'xls', 'ods', 'csv'] },
      { name: 'Mọi tệp', extensions: ['*'] },
    ],
  },
  branchForms: {
    title: 'Chọn báo cáo của chi bộ',
    buttonLabel: 'Đọc',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Báo cáo của chi bộ', extensions: ['xlsx', 'xls', 'ods'] }],
  },
  rules: {
    title: 'Chọn tệp gói quy tắc',
    buttonLabel: 'Chọn',
    properties: ['openFile'],
    filters: [
      { name: 'Gói quy tắc', extensions: ['json'] },
      { name: 'Mọi tệp', extensions: ['*'] },
    ],
  },
  template: {
    title: 'Chọn mẫu văn bản đã sửa trong Word',
    buttonLabel: 'Chọn',
    properties: ['openFile'],
    filters: [{ name: 'Word', extensions: ['docx'] }],
  },
  place: { title: 'Chọn thư mục', buttonLabel: 'Chọn thư mục này', properties: ['openDirectory', 'createDirectory'] },
  packages: {
    title: 'Chọn gói bàn giao',
    buttonLabel: 'Nhận',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Gói SIP, AIP', extensions: ['zip'] }],
  },
  update: {
    title: 'Chọn tệp cập nhật',
    buttonLabel: 'Kiểm và nhận',
    properties: ['openFile'],
    filters: [
      { name: 'Tệp cập nhật', extensions: ['ktsu'] },
      { name: 'Mọi tệp', extensions: ['*'] },
    ],
  },
  stick: { title: 'Chọn USB', buttonLabel: 'Chọn USB này', properties: ['openDirectory', 'createDirectory'] },
};

export const pickDialog = (purpose: PickPurpose): OpenDialogOptions => open[purpose];

/** @param defaultName a name without folders; folders in it are dropped */
export const saveDialog = (defaultName: string): SaveDialogOptions => ({
  title: 'Lưu tệp',
  buttonLabel: 'Lưu',
  defaultPath: basename(defaultName.replaceAll('\\', '/')),
});
