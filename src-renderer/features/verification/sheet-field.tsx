import { IconAlertTriangle, IconCheck, IconEyeOff } from '@tabler/icons-react';
import { useId } from 'react';
import type { PageSummary } from '#shared/contract/window/archive';
import type { SheetField } from '#shared/contract/window/verification';
import { momentText } from '../../components/day';
import { useLanguage } from '../../i18n/words';
import { CutOut } from './cut-out';
import { entryOf, fieldOf, type Read } from './entry';
import classes from './sheet-field.module.css';
import { useVerificationWords } from './words';

export interface Offer {
  readonly value: string;
  readonly source: 'organisation' | 'member' | 'used' | 'code';
}

export interface FieldProps {
  readonly field: SheetField;
  readonly entry: string;
  readonly read: Read;
  readonly illegible: boolean;
  readonly accepted: boolean;
  readonly active: boolean;
  /** With its place on the page, its state and what speaks against it. */
  readonly large: boolean;
  readonly pages: readonly PageSummary[];
  readonly offers: readonly Offer[];
  /** Place of the offer that Enter takes; -1 for none. */
  readonly chosen: number;
  onFocus(): void;
  onEntry(text: string): void;
  onOffer(value: string): void;
}

const wide = new Set(['subject', 'recipients', 'issuer', 'authority']);

/** One field: its place on the page, what it says, how sure that is, and what it may mean. */
export function SheetFieldBox(props: FieldProps) {
  const { field, entry, read, illegible, active, large, pages, offers, chosen, onFocus, onEntry, onOffer } = props;
  const say = useVerificationWords();
  const language = useLanguage();
  const id = useId();
  const definition = fieldOf(field.name);
  const label = definition?.label[language] ?? field.name;
  const page = pages.find((one) => one.id === field.pageId);
  const cut = large && page && field.box;
  const problem = !illegible && !read.ok ? read.problem : undefined;
  const input = {
    id,
    'data-sheet-field': field.name,
    'aria-invalid': problem !== undefined || undefined,
    'aria-describedby': `${id}-state ${id}-notes`,
    ...(offers.length > 0 && active && { 'aria-controls': `${id}-offers` }),
    value: illegible ? '' : entry,
    placeholder: illegible ? say('illegible') : '',
    readOnly: illegible,
    spellCheck: false,
    autoComplete: 'off',
    onFocus: (event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      event.currentTarget.select();
      onFocus();
    },
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onEntry(event.currentTarget.value),
  };
  return (
    <div
      className={`${classes.field} ${large ? classes.large : ''}`}
      data-active={active || undefined}
      data-wide={wide.has(field.name) || undefined}
      data-cut={Boolean(cut) || undefined}
    >
      <div className={classes.fieldHead}>
        <label htmlFor={id}>{label}</label>
        <State {...props} id={`${id}-state`} />
      </div>
      <div className={classes.fieldBody}>
        {cut && <CutOut page={page} box={field.box as NonNullable<SheetField['box']>} />}
        {definition?.kind === 'longText' ? <textarea rows={2} {...input} /> : <input type="text" {...input} />}
      </div>
      <div id={`${id}-notes`} className={classes.notes}>
        {problem && <p className={classes.problem}>{say(`problem_${problem}`)}</p>}
        {field.found !== null && field.found !== (read.ok ? read.value : '') && !illegible && (
          <p className={classes.warn}>
            {say('found', { value: entryOf(field.name, field.found, language) })}{' '}
            <button type="button" className="link" tabIndex={-1} onClick={() => onOffer(entryOf(field.name, field.found ?? '', language))}>
              {say('takeFound')}
            </button>
          </p>
        )}
        {field.hints.map(({ code, other }) => (
          <p key={code} className={classes.warn}>
            <IconAlertTriangle size={14} aria-hidden /> {say(`hint_${code}`, { other })}
          </p>
        ))}
      </div>
      {active && offers.length > 0 && (
        <ol id={`${id}-offers`} className={classes.offers} aria-label={say('suggestions', { field: label })}>
          {offers.map((offer, index) => (
            <li key={offer.value} data-chosen={index === chosen || undefined}>
              <button type="button" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => onOffer(offer.value)}>
                <kbd>Alt {index + 1}</kbd>
                <span>{offer.value}</span>
                <span className={classes.source}>{say(`source_${offer.source}`)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function State({ field, illegible, accepted, id, large }: FieldProps & { id: string }) {
  const say = useVerificationWords();
  const percent = field.confidence === null ? null : Math.round(field.confidence * 100);
  if (illegible)
    return (
      <span id={id} className={`${classes.state} ${classes.warn}`}>
        <IconEyeOff size={14} aria-hidden /> {say('illegible')}
      </span>
    );
  if (accepted)
    return (
      <span id={id} className={`${classes.state} ${classes.good}`}>
        <IconCheck size={14} aria-hidden /> {say('accepted')}
      </span>
    );
  if (field.confirmed)
    return (
      <span
        id={id}
        className={`${classes.state} ${classes.good}`}
        title={say('confirmedBy', { by: field.confirmed.by, at: momentText(field.confirmed.at) })}
      >
        <IconCheck size={14} aria-hidden /> {say('stateConfirmed')}
      </span>
    );
  if (percent === null)
    return (
      <span id={id} className={`${classes.state} ${large ? classes.warn : classes.quiet}`}>
        {say(field.value === '' ? 'stateEmpty' : 'stateTyped')}
      </span>
    );
  return (
    <span id={id} className={`${classes.state} ${field.unsure ? classes.warn : classes.good}`}>
      {field.unsure ? <IconAlertTriangle size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
      {say(field.unsure ? 'stateUnsure' : 'stateSure', { percent })}
    </span>
  );
}
