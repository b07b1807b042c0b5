import type { ExportException } from '#shared/contract/window/out';

/** Why a paper is not in what was written, or not whole; for minutes and the terminal. */
export const exceptionWords: Readonly<Record<ExportException['why'], string>> = {
  withheld: 'Giữ lại vì độ mật hoặc chờ hướng dẫn',
  noPages: 'Chưa có trang',
  imageMissing: 'Ảnh chưa có trên máy này',
  imageDamaged: 'Ảnh bị hỏng',
  incomplete: 'Thiếu ô bắt buộc',
};
