/** A change that makes the denunciation with this number, as it was received. */
export const denunciation = (number: number, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'petition' as const,
  values: {
    number,
    receivedOn: '2026-10-05',
    kind: 'TC',
    source: 'BUU_DIEN',
    secrecy: 'THUONG',
    state: 'CHO_PHAN_LOAI',
    summary: 'Thu quỹ sai',
    ...more,
  },
});

/** Values of a case that was proposed. */
export const proposedCase = (type: string, more: Readonly<Record<string, unknown>> = {}) => ({
  code: '12/HS',
  type,
  name: 'Vụ việc',
  state: 'DE_XUAT',
  inspectingBody: 'UBKT',
  secrecy: 'THUONG',
  openedOn: '2026-10-22',
  ...more,
});
