import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCornerDownLeft, IconKeyboard } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Sheet, SheetField } from '#shared/contract/window/verification';
import { codeLabel } from '#shared/rules/code-lists/index';
import { Chip } from '../../components/chip';
import { today } from '../../components/day';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { codesLike, entryOf, fieldOf, readEntry } from './entry';
import { KeysPanel } from './keys-panel';
import classes from './sheet-form.module.css';
import { type Offer, SheetFieldBox } from './sheet-field';
import { useVerificationWords } from './words';

/** What was typed so far; kept as a draft until the document is confirmed. */
export interface SheetEntries {
  readonly entries: Readonly<Record<string, string>>;
  readonly illegible: readonly string[];
  readonly accepted: readonly string[];
}

export const firstEntries = (sheet: Sheet, language: 'vi' | 'en'): SheetEntries => ({
  entries: Object.fromEntries(sheet.fields.map(({ name, value }) => [name, entryOf(name, value, language)])),
  illegible: sheet.fields.filter(({ confirmed }) => confirmed?.illegible === true).map(({ name }) => name),
  accepted: [],
});

const isHTMLField = (target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** The fields of a document, unsure ones first and large. Keys alone lead through it; see keys-panel. */
export function SheetForm({
  sheet,
  state,
  active,
  round,
  saving,
  error,
  onState,
  onActive,
  onConfirm,
}: {
  sheet: Sheet;
  state: SheetEntries;
  active: string | null;
  /** Looked at for a quality round. */
  round: boolean;
  saving: boolean;
  error: unknown;
  onState(next: SheetEntries): void;
  onActive(name: string | null): void;
  onConfirm(values: Record<string, string>, illegible: readonly string[]): void;
}) {
  const say = useVerificationWords();
  const language = useLanguage();
  const [chosen, setChosen] = useState(-1);
  const [keys, setKeys] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const confirmButton = useRef<HTMLButtonElement>(null);
  const day = today();
  const unsure = sheet.fields.filter((field) => field.unsure);
  const others = sheet.fields.filter((field) => !field.unsure);
  const sure = others.filter((field) => field.value !== '' || field.confirmed !== null);
  const empty = others.filter((field) => field.value === '' && field.confirmed === null);
  const order = [...unsure, ...sure, ...empty].map(({ name }) => name);
  const offers = useOffers(active, active === null ? '' : (state.entries[active] ?? ''));
  const readOf = (name: string) => readEntry(name, state.entries[name] ?? '', day, language);
  const isIllegible = (name: string) => state.illegible.includes(name);

  const focus = (name: string | undefined) => {
    setChosen(-1);
    if (name === undefined) confirmButton.current?.focus();
    else form.current?.querySelector<HTMLElement>(`[data-sheet-field="${name}"]`)?.focus();
  };
  const type = (name: string, text: string) => {
    setChosen(-1);
    onState({ ...state, entries: { ...state.entries, [name]: text }, accepted: state.accepted.filter((one) => one !== name) });
  };
  /** The last of the unsure ones leads to the button: the sure ones are in sight and accepted together. */
  const nextOf = (name: string): string | undefined => {
    const list = unsure.some((field) => field.name === name) ? unsure.map((field) => field.name) : order;
    return list[list.indexOf(name) + 1];
  };
  const accept = (name: string, text = state.entries[name] ?? '') => {
    const read = readEntry(name, text, day, language);
    if (!read.ok && !isIllegible(name)) return;
    const entries = { ...state.entries, [name]: read.ok ? entryOf(name, read.value, language) : text };
    onState({ ...state, entries, accepted: [...new Set([...state.accepted, name])] });
    focus(nextOf(name));
  };
  const markIllegible = (name: string) => {
    const next = isIllegible(name) ? state.illegible.filter((one) => one !== name) : [...state.illegible, name];
    onState({ ...state, illegible: next });
    if (!isIllegible(name)) focus(nextOf(name));
  };
  const confirmAll = () => {
    const wrong = order.find((name) => !isIllegible(name) && !readOf(name).ok);
    if (wrong !== undefined) return focus(wrong);
    const values = Object.fromEntries(
      order.map((name) => {
        const read = readOf(name);
        return [name, read.ok && !isIllegible(name) ? read.value : ''];
      }),
    );
    onConfirm(values, state.illegible);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const name = isHTMLField(event.target) ? event.target.dataset['sheetField'] : undefined;
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && control) confirmAll();
    else if (name === undefined) return;
    else if (event.key === 'Enter' && !event.shiftKey) {
      const offer = offers[chosen];
      if (offer) accept(name, offer.value);
      else accept(name);
    } else if (event.key === 'F8') markIllegible(name);
    else if (event.altKey && /^[1-5]$/.test(event.key)) {
      const offer = offers[Number(event.key) - 1];
      if (offer) accept(name, offer.value);
    } else if (event.key === 'ArrowDown' && offers.length > 0) setChosen((chosen + 1) % offers.length);
    else if (event.key === 'ArrowUp' && offers.length > 0) setChosen(chosen <= 0 ? offers.length - 1 : chosen - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const box = (field: SheetField, large: boolean) => (
    <SheetFieldBox
      key={field.name}
      field={field}
      entry={state.entries[field.name] ?? ''}
      read={readOf(field.name)}
      illegible={isIllegible(field.name)}
      accepted={state.accepted.includes(field.name)}
      active={active === field.name}
      large={large}
      pages={sheet.pages}
      offers={active === field.name ? offers : []}
      chosen={chosen}
      onFocus={() => {
        setChosen(-1);
        onActive(field.name);
      }}
      onEntry={(text) => type(field.name, text)}
      onOffer={(value) => accept(field.name, value)}
    />
  );
  const { index, of, pages, pagesChecked } = sheet.position;
  const documentType = sheet.fields.find(({ name }) => name === 'type')?.value ?? '';
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the fields inside are answered here
    <div ref={form} className={classes.form} onKeyDown={onKeyDown}>
      <header className={classes.formHead}>
        <div>
          <h2>{of > 1 ? say('documentOf', { index, of }) : say('oneDocument')}</h2>
          {documentType !== '' && <Chip>{codeLabel('documentType', documentType, language)}</Chip>}
          {pages > 0 && (
            <span className={classes.pagesLeft}>{say('pagesLeft', { done: pagesChecked, all: pages, left: pages - pagesChecked })}</span>
          )}
        </div>
        <div className={classes.bar} aria-hidden="true">
          <span style={{ width: pages === 0 ? 0 : `${(pagesChecked / pages) * 100}%` }} />
        </div>
      </header>
      <div className={classes.formBody}>
        {error !== null && <Problem error={error} />}
        {unsure.length > 0 && (
          <section aria-label={say('toLook')}>
            <h3>
              {say('toLook')} <span>{say('fieldsCount', { count: unsure.length })}</span>
            </h3>
            <div className={classes.unsure}>{unsure.map((field) => box(field, true))}</div>
          </section>
        )}
        {sure.length > 0 && (
          <section aria-label={say('sure')}>
            <h3>
              {say('sure')} <span>{say('sureHint', { count: sure.length })}</span>
            </h3>
            <div className={classes.sure}>{sure.map((field) => box(field, false))}</div>
          </section>
        )}
        {empty.length > 0 && (
          <section aria-label={say('others')}>
            <h3>{say('others')}</h3>
            <div className={classes.sure}>{empty.map((field) => box(field, false))}</div>
          </section>
        )}
      </div>
      {keys && <KeysPanel onClose={() => setKeys(false)} />}
      <footer className={classes.formFoot}>
        <button type="button" className={classes.keysButton} aria-expanded={keys} onClick={() => setKeys(!keys)}>
          <IconKeyboard size={18} aria-hidden /> {say('keys')}
        </button>
        <span className={classes.footKeys}>
          <kbd>Enter</kbd> {say('keyEnter')} <kbd>Shift Tab</kbd> {say('keyBack')} <kbd>F4</kbd> {say('keyLater')}
        </span>
        <Button
          ref={confirmButton}
          data-confirm
          loading={saving}
          rightSection={<IconCornerDownLeft size={16} aria-hidden />}
          onClick={confirmAll}
          onFocus={() => onActive(null)}
        >
          {say(round ? 'confirmRound' : 'confirm')}
        </Button>
      </footer>
    </div>
  );
}

const none: readonly Offer[] = [];

/** What the field in work may mean: of a code list at once, else from the service. */
function useOffers(name: string | null, entry: string): readonly Offer[] {
  const language = useLanguage();
  const kind = name === null ? undefined : fieldOf(name)?.kind;
  const [asked] = useDebouncedValue(entry, 90);
  const found = useQueryOf(
    ['verification', 'suggest', name, asked],
    () => service().verification.suggest({ field: name ?? '', text: asked.slice(0, 500) }),
    { enabled: name !== null && kind === 'text' },
  );
  if (name === null) return none;
  if (kind === 'code') {
    const like = codesLike(name, entry, language).filter(({ label }) => label !== entry);
    return entry.trim() === '' ? none : like.slice(0, 5).map(({ label }) => ({ value: label, source: 'code' as const }));
  }
  return kind === 'text' ? (found.data?.suggestions ?? none) : none;
}
