/** A change that makes the petition with this number. */
export const petition = (n: number, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'petition' as const,
  values: {
    number: n,
    receivedOn: '2026-03-08',
    kind: 'PA',
    source: 'BUU_DIEN',
    secrecy: 'THUONG',
    summary: `Đơn thứ ${n}`,
    state: 'MOI',
    ...more,
  },
});
