import type { PrintedSheet } from '#shared/contract/window/out';
import { placeHeader } from '#shared/sheets/sheet';
import classes from './sheet-paper.module.css';

/** A list, card or cover as it is printed; each begins on a sheet of paper of its own. */
export function SheetPaper({ sheet }: { sheet: PrintedSheet }) {
  const { head, title, subtitle = [], columns, header, marks, rows, notes = [], paper = {} } = sheet;
  const placed = placeHeader(header, columns.length);
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <section className={classes.paper} data-paper={`${paper.size ?? 'A4'}${paper.landscape === true ? '-landscape' : ''}`}>
      {head && (
        <div className={classes.heads}>
          <p>
            {head.upper.toUpperCase()}
            <br />
            <b>{head.issuer.toUpperCase()}</b>
            <br />*
          </p>
          <p>
            <b className={classes.party}>ĐẢNG CỘNG SẢN VIỆT NAM</b>
            <br />
            <i>{head.placeAndDate}</i>
          </p>
        </div>
      )}
      {title !== undefined && <h2>{title}</h2>}
      {subtitle.map((line) => (
        <p key={line} className={classes.subtitle}>
          {line}
        </p>
      ))}
      <table>
        <colgroup>
          {columns.map(({ width }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- columns have no other name and never move
            <col key={index} style={{ width: `${(100 * width) / whole}%` }} />
          ))}
        </colgroup>
        <thead>
          {header.map((_, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a header never move
            <tr key={row}>
              {placed
                .filter((one) => one.row === row)
                .map(({ cell, column, across, down }) => (
                  <th key={column} colSpan={across} rowSpan={down} scope="col">
                    {cell.text}
                  </th>
                ))}
            </tr>
          ))}
          {marks && (
            <tr>
              {marks.map((mark, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <td key={index} className={classes.mark}>
                  {mark}
                </td>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map(({ cells, weight }, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- a printed list does not change
            <tr key={row} data-weight={weight}>
              {columns.map((_, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <td key={column} data-number={typeof cells[column] === 'number' || undefined}>
                  {cells[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </section>
  );
}
