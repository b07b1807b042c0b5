import type { CheckResult } from './checks';

/** What a check says, in the words of the clerk who must answer for the figures. */
export function checkText({ state, kind, what, whole, parts, missing, several }: CheckResult, language: 'vi' | 'en'): string {
  const sum = parts.reduce((a, b) => a + b, 0);
  const adds = parts.filter((part) => part !== 0).join(' + ') || '0';
  if (kind === 'cumulative') {
    if (language === 'en')
      return state === 'ok'
        ? `No figure below "${what}" as sent`
        : `${whole} figures below "${what}" as sent: ${several.length} records count no more or otherwise`;
    return state === 'ok'
      ? `Không số nào ít hơn số đã gửi của ${what}`
      : `${whole} ô ít hơn số đã gửi của ${what}: ${several.length} mục không còn được tính hoặc đã sửa, bấm để xem`;
  }
  if (language === 'en') {
    if (kind === 'chain')
      return state === 'ok' ? `None exceeds the one before: ${what}` : `Exceeds the one before: ${what} (${[whole, ...parts].join(', ')})`;
    if (state === 'ok') return `${whole} = ${adds} (${what})`;
    if (state === 'gap') return `${missing.length} of ${whole} without "${what}"`;
    if (state === 'note') return `Sum of "${what}" is ${sum}, total ${whole}: ${several.length} count in several`;
    return `Sum of "${what}" is ${sum}, total ${whole}: ${several.length} stand in several at once`;
  }
  if (kind === 'chain')
    return state === 'ok' ? `Số sau không hơn số trước: ${what}` : `Số sau lớn hơn số trước: ${what} (${[whole, ...parts].join(', ')})`;
  const name = kind === 'rows' ? 'các dòng I, II, III' : what;
  if (state === 'ok') return kind === 'multi' && sum === whole ? `Mỗi mục một ${name}` : `Tổng số bằng cộng ${name} (${whole} = ${adds})`;
  if (state === 'gap') return `${missing.length} trong ${whole} chưa ghi ${name}: bấm để mở và bổ sung`;
  if (state === 'note') return `Cộng ${name} là ${sum}, hơn tổng ${sum - whole}: ${several.length} mục có nhiều ${name}`;
  return several.length > 0
    ? `Cộng ${name} là ${sum}, tổng ${whole}: ${several.length} mục đứng ở hai nơi cùng lúc`
    : `Cộng ${name} là ${sum}, tổng ${whole}`;
}
