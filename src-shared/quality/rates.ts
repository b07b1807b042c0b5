/** Errors in a thousand checked fields: what a round is judged by. Null where nothing was checked. */
export const permilleOf = (errors: number, fields: number): number | null => (fields === 0 ? null : (errors * 1000) / fields);

/** A round goes back when its rate is above the accepted one; one that nothing was checked in does not. */
export const goesBack = (errors: number, fields: number, acceptedPermille: number): boolean =>
  (permilleOf(errors, fields) ?? 0) > acceptedPermille;
