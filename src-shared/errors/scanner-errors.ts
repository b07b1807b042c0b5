import { entry } from './error-entry';

const kept = 'Các trang đã quét xong đã được lưu.';
const keptEn = 'Pages that were scanned are saved.';

/** Scanners. {address}: of the device; {reason}: what it said. */
export const scannerErrors = {
  'scanner.offline': entry(
    7,
    ['Không thấy máy quét {address}.', kept, 'Bật máy quét, kiểm tra dây hoặc địa chỉ rồi thử lại.'],
    ['The scanner {address} does not answer.', keptEn, 'Switch it on, check cable or address and try again.'],
    true,
  ),
  'scanner.busy': entry(
    7,
    ['Máy quét đang bận việc khác.', kept, 'Đợi máy quét xong rồi thử lại.'],
    ['The scanner is busy.', keptEn, 'Wait until it is free and try again.'],
    true,
  ),
  'scanner.noPaper': entry(
    3,
    ['Khay nạp giấy của máy quét đang trống.', kept, 'Đặt giấy vào khay rồi bấm Quét.'],
    ['The feeder of the scanner is empty.', keptEn, 'Put paper into it and scan again.'],
  ),
  'scanner.failed': entry(
    7,
    ['Máy quét báo lỗi: {reason}.', kept, 'Xem màn hình máy quét (kẹt giấy, nắp mở), xử lý rồi quét tiếp.'],
    ['The scanner reports: {reason}.', keptEn, 'Look at the device (jam, open cover), mend it and go on.'],
    true,
  ),
  'scanner.noNetwork': entry(
    3,
    [
      'Máy độc lập không mở kết nối mạng nên không dùng được máy quét mạng.',
      'Chưa có gì được gửi đi.',
      'Dùng máy quét cắm dây vào máy này.',
    ],
    [
      'A standalone machine opens no connection, so network scanners are not used.',
      'Nothing was sent.',
      'Use a scanner connected to this machine.',
    ],
  ),
} as const;
