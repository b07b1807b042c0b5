import { entry } from './error-entry';

/** The training committee. */
export const trainingErrors = {
  'training.notHere': entry(
    2,
    [
      'Ủy ban tập huấn không làm việc này.',
      'Dữ liệu tập huấn chỉ ở trên máy này; sổ của ủy ban không bị đụng tới.',
      'Việc gửi về tỉnh và sao lưu làm trong sổ của ủy ban. Bấm Về sổ của ủy ban ở dải xanh phía trên.',
    ],
    [
      'The training committee does not do this.',
      'Training data stays on this machine; the book of the committee was not touched.',
      'Sending to the province and backups belong to the book of the committee. Use Back to the committee in the blue band above.',
    ],
  ),
} as const;
