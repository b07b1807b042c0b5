import type { Failure, FailureCode } from '#shared/contract/hub';

/** A request that the hub declines; becomes an answer with this status and code. `reason` holds no content of records. */
export class HubFailure extends Error {
  readonly status: number;
  readonly body: Failure & Record<string, unknown>;
  /** Seconds after which to ask again. */
  readonly retryAfter: number | undefined;
  constructor(status: number, code: FailureCode, reason?: string, retryAfter?: number) {
    super(`${status} ${code}${reason ? `: ${reason}` : ''}`);
    this.name = 'HubFailure';
    this.status = status;
    this.retryAfter = retryAfter;
    this.body = { code, ...(reason ? { reason } : {}), ...(words[code] ? { words: words[code] } : {}) };
  }
}

const words: Partial<Record<FailureCode, { vi: string; en: string }>> = {
  'unknown-device': { vi: 'máy này chưa đăng ký với tỉnh', en: 'this workstation is not enrolled' },
  revoked: { vi: 'tỉnh đã thu hồi quyền đồng bộ của máy này', en: 'the province has revoked this workstation' },
  'bad-code': { vi: 'mã đăng ký sai, đã dùng hoặc đã hết hạn', en: 'the enrolment code is wrong, used or expired' },
  foreign: { vi: 'dữ liệu này của một ủy ban khác', en: 'this data belongs to another committee' },
  version: { vi: 'phiên bản chương trình quá cũ hoặc quá mới so với máy chủ tỉnh', en: 'this version is too old or too new for the hub' },
  'disk-full': { vi: 'máy chủ tỉnh đã đầy ổ đĩa', en: "the hub's disk is full" },
  'too-many': { vi: 'máy chủ tỉnh đang nhận quá nhiều yêu cầu, sẽ tự gửi lại sau', en: 'too many requests; they are sent again later' },
  stopping: { vi: 'máy chủ tỉnh đang khởi động lại, sẽ tự gửi lại sau', en: 'the hub is restarting; it is tried again' },
};
