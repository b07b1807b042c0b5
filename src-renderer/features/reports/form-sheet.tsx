import type { KeyboardEvent } from 'react';
import type { FormView } from '#shared/contract/window/statistics';
import classes from './form-sheet.module.css';
import { useReportWords } from './words';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The form as it is printed; a figure opens what stands behind it. Zero stays blank, as on paper. */
export function FormSheet({ view, chosen, onChoose }: { view: FormView; chosen: Place | undefined; onChoose: (place: Place) => void }) {
  const say = useReportWords();
  const depth = Math.max(...view.header.map(({ row, down }) => row + down));
  const differs = new Map(view.differences.map((one) => [`${one.row}/${one.column}`, one.sent]));
  const wide = view.columns.length > 8;
  return (
    <div className={classes.paper}>
      <div className={classes.heads}>
        <p>
          {view.head.upper.toUpperCase()}
          <br />
          <b>{view.head.issuer.toUpperCase()}</b>
          <br />*
        </p>
        <p>
          <b className={classes.party}>ĐẢNG CỘNG SẢN VIỆT NAM</b>
          <br />
          <i>{view.head.placeAndDate}</i>
        </p>
      </div>
      <h2 className={classes.title}>{view.title}</h2>
      <p className={classes.subtitle}>{view.subtitle}</p>
      <table className={classes.table} data-wide={wide}>
        <thead>
          {Array.from({ length: depth }, (_, row) => (
            <tr key={row}>
              {view.header
                .filter((cell) => cell.row === row)
                .map((cell) => (
                  <th
                    key={cell.column}
                    scope={cell.across > 1 ? 'colgroup' : 'col'}
                    colSpan={cell.across}
                    rowSpan={cell.down}
                    data-lit={chosen && cell.across === 1 && cell.column === chosen.column + 2}
                    className={cell.upright ? classes.upright : undefined}
                  >
                    <span>{cell.text}</span>
                  </th>
                ))}
            </tr>
          ))}
          <tr className={classes.marks}>
            <td>A</td>
            <td>B</td>
            {view.columns.map(({ key }, index) => (
              <td key={key}>{index + 1}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row, r) => (
            <tr key={row.key} data-weight={row.weight} data-lit={chosen?.row === r}>
              <td className={classes.mark}>{row.mark}</td>
              <th scope="row" title={row.note || undefined}>
                {row.label}
              </th>
              {row.head ? (
                <td colSpan={view.columns.length} aria-hidden="true" />
              ) : (
                view.columns.map((column, c) => {
                  const figure = view.figures[r]?.[c] ?? 0;
                  const sent = differs.get(`${r}/${c}`);
                  const lit = chosen?.row === r && chosen.column === c;
                  return (
                    <td key={column.key} data-lit={chosen?.column === c} data-chosen={lit} data-differs={sent !== undefined}>
                      {(figure !== 0 && figure !== '') || sent !== undefined ? (
                        <button
                          type="button"
                          data-row={r}
                          data-column={c}
                          aria-pressed={lit}
                          aria-label={say('cellName', { row: row.label, column: column.label, figure })}
                          onKeyDown={move}
                          onClick={() => onChoose({ row: r, column: c })}
                        >
                          {typeof figure === 'number' ? figure.toLocaleString('vi-VN') : figure}
                        </button>
                      ) : null}
                    </td>
                  );
                })
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows go to the next figure in their direction. */
function move(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = steps[event.key];
  const from = event.currentTarget;
  if (!step) return;
  const at = [Number(from.dataset['row']), Number(from.dataset['column'])] as const;
  const ahead = [...(from.closest('table')?.querySelectorAll<HTMLButtonElement>('button[data-row]') ?? [])]
    .map((button) => ({ button, row: Number(button.dataset['row']) - at[0], column: Number(button.dataset['column']) - at[1] }))
    .filter(({ row, column }) => (step[0] === 0 ? row === 0 && column * step[1] > 0 : column === 0 && row * step[0] > 0))
    .sort((a, b) => Math.abs(a.row + a.column) - Math.abs(b.row + b.column));
  if (!ahead[0]) return;
  event.preventDefault();
  ahead[0].button.focus();
}
