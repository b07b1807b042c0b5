/** The number of the next case file of a kind, 47/HS-UBKT or 15/HS-GS, after the newest ones of the register: a proposal that people may change. */
export function nextCode(codes: readonly string[], caseType: string): string {
  const series = caseType.startsWith('GS_') ? 'HS-GS' : 'HS-UBKT';
  const numbers = codes.flatMap((code) => {
    const [, number, of] = /^(\d+)\/(.+)$/.exec(code) ?? [];
    return of === series ? [Number(number)] : [];
  });
  return `${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}/${series}`;
}
