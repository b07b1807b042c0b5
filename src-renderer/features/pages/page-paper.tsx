import { askLeave } from '../../app/leave';
import { noticeOfFailure } from '../../app/notices';
import {
  IconArrowsHorizontal,
  IconArrowsMaximize,
  IconChevronDown,
  IconChevronUp,
  IconPrinter,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { PageSummary, Word } from '#shared/contract/window/archive';
import { imageUrl } from '#shared/contract/image-channel';
import { printPart } from '../../components/print';
import { uprightSize } from '#shared/page/upright';
import { boxStyle, TurnedPage } from '../../components/turned-page';
import { isUncertain, linesOf } from './lit-words';
import view from '../../components/page-view.module.css';
import classes from './pages.module.css';
import { usePageWords } from './words';

export { boxStyle } from '../../components/turned-page';

/** 'fit': the whole page; 'width': as wide as the pane; a number: share of the paper's own size. */
type Zoom = 'fit' | 'width' | number;
const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];
/** CSS pixels of an inch of paper. */
const perInch = 96;
/** Of a page whose resolution nobody knows: A4. */
const a4Width = 793.7;

/** The image of the page: zoomed, turned, its words to select, found words lit, printed. */
export function PagePaper({
  page,
  words,
  all,
  title,
  active,
  found,
  find,
  onFind,
  onActive,
  onStands,
}: {
  page: PageSummary & { readonly dpi?: number | null };
  words: readonly Word[];
  /** Pages of the document, for printing all. */
  all: readonly PageSummary[];
  title: string;
  active: number | null;
  found: ReadonlySet<number>;
  find: string;
  onFind(text: string): void;
  onActive(word: number | null): void;
  /** The picture stands on the screen, or there is none. */
  onStands(): void;
}) {
  const say = usePageWords();
  const [zoom, setZoom] = useState<Zoom>('width');
  const [turned, setTurned] = useState(0);
  const pane = useRef<HTMLDivElement>(null);
  const findBox = useRef<HTMLInputElement>(null);
  const turn = page.rotation + turned;
  const upright = uprightSize(page, turn);
  const real = page.dpi ? (upright.width / page.dpi) * perInch : (a4Width * upright.width) / Math.min(upright.width, upright.height);
  const target = active ?? found.values().next().value ?? null;
  useEffect(() => {
    if (target !== null) pane.current?.querySelector(`[data-word="${target}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [target]);
  const share = (): number => (pane.current?.querySelector('[data-paper]')?.clientWidth ?? real) / real;
  const step = (by: 1 | -1) => {
    const now = share();
    setZoom((by === 1 ? steps.find((one) => one > now * 1.02) : steps.findLast((one) => one < now * 0.98)) ?? now);
  };
  const places = [...found];
  const at = active === null ? -1 : places.indexOf(active);
  const go = (by: 1 | -1) => {
    if (places.length > 0) onActive(places[(at + by + places.length) % places.length] ?? null);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      findBox.current?.focus();
      findBox.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') step(1);
    else if (event.key === '-') step(-1);
    else if (event.key === '0') setZoom('width');
    else if (event.key === '1') setZoom(1);
    else if (event.key === 'r') setTurned(turned + 90);
    else return;
    event.preventDefault();
  };
  const width: CSSProperties =
    zoom === 'width'
      ? { width: '100%' }
      : zoom === 'fit'
        ? { width: `min(100%, calc((100cqh - 24px) * ${upright.width / upright.height}))` }
        : { width: `${zoom * real}px` };
  return (
    <section className={view.paperPane} aria-label={say('image', { order: page.order, title })}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys + - 0 1 r act while the pane has the focus */}
      <div
        ref={pane}
        className={classes.paperScroll}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling pane must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-label={say('image', { order: page.order, title })}
        onKeyDown={onKeyDown}
      >
        <div data-paper className={classes.paperFrame} style={width}>
          <TurnedPage
            page={page}
            turn={turn}
            alt={say('image', { order: page.order, title })}
            style={{ width: '100%' }}
            onStands={onStands}
          >
            {words.length > 0 && <WordLayer page={page} words={words} active={active} found={found} onActive={onActive} />}
          </TurnedPage>
        </div>
      </div>
      <footer className={classes.tools}>
        <button type="button" aria-label={say('zoomOut')} title={say('zoomOut')} onClick={() => step(-1)}>
          <IconZoomOut size={18} />
        </button>
        <button type="button" aria-label={say('zoomIn')} title={say('zoomIn')} onClick={() => step(1)}>
          <IconZoomIn size={18} />
        </button>
        <button
          type="button"
          aria-label={say('fitPage')}
          title={say('fitPage')}
          aria-pressed={zoom === 'fit'}
          onClick={() => setZoom('fit')}
        >
          <IconArrowsMaximize size={18} />
        </button>
        <button
          type="button"
          aria-label={say('fitWidth')}
          title={say('fitWidth')}
          aria-pressed={zoom === 'width'}
          onClick={() => setZoom('width')}
        >
          <IconArrowsHorizontal size={18} />
        </button>
        <button type="button" className={classes.real} title={say('realSize')} aria-pressed={zoom === 1} onClick={() => setZoom(1)}>
          100 %
        </button>
        <button type="button" aria-label={say('turnPage')} title={say('turnPage')} onClick={() => setTurned(turned + 90)}>
          <IconRotateClockwise size={18} />
        </button>
        <form
          role="search"
          aria-label={say('findOnPage')}
          className={classes.find}
          onSubmit={(event) => {
            event.preventDefault();
            go(1);
          }}
        >
          <input
            ref={findBox}
            type="search"
            aria-label={say('findOnPage')}
            placeholder={say('findOnPage')}
            value={find}
            maxLength={200}
            onChange={(event) => {
              onActive(null);
              onFind(event.currentTarget.value);
            }}
          />
          <span role="status">{find.trim() !== '' && say('findCount', { at: at + 1, count: places.length })}</span>
          <button
            type="button"
            aria-label={say('findBefore')}
            title={say('findBefore')}
            disabled={places.length === 0}
            onClick={() => go(-1)}
          >
            <IconChevronUp size={18} />
          </button>
          <button type="submit" aria-label={say('findNext')} title={say('findNext')} disabled={places.length === 0}>
            <IconChevronDown size={18} />
          </button>
        </form>
        <button
          type="button"
          aria-label={say('print')}
          title={say('print')}
          onClick={() => void printPages(all.length > 0 ? all : [page]).catch(noticeOfFailure)}
        >
          <IconPrinter size={18} />
        </button>
      </footer>
    </section>
  );
}

/** Every word over its place: invisible, but selected and copied with the mouse line by line; found ones lit. */
function WordLayer({
  page,
  words,
  active,
  found,
  onActive,
}: {
  page: PageSummary;
  words: readonly Word[];
  active: number | null;
  found: ReadonlySet<number>;
  onActive(word: number | null): void;
}) {
  return (
    <div className={classes.boxes} aria-hidden="true" onMouseLeave={() => onActive(null)}>
      {linesOf(words).map((line, row) => (
        <div key={row}>
          {line.words.map(({ word, index }) => (
            <span
              key={index}
              data-word={index}
              className={classes.box}
              data-active={index === active || undefined}
              data-found={found.has(index) || undefined}
              data-uncertain={isUncertain(word) || undefined}
              style={{ ...boxStyle(word, page), fontSize: `${(word.h / page.width) * 80}cqw` }}
              onMouseEnter={() => onActive(index)}
            >
              {`${word.text} `}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Each page on a sheet of its own, upright, in the quality of the preservation copy. */
async function printPages(pages: readonly Pick<PageSummary, 'id' | 'image' | 'width' | 'height' | 'rotation'>[]): Promise<void> {
  await askLeave(
    'print',
    pages.map(({ id }) => id),
    'trang',
  );
  const sheet = document.createElement('div');
  const images = pages.map(({ image, width, height, rotation }) => {
    const picture = new Image();
    picture.src = imageUrl({ sha256: image, variant: 'full' });
    picture.className = classes.printed ?? '';
    const lies = rotation % 180 !== 0;
    picture.style.rotate = `${rotation}deg`;
    // A page that lies is shrunk to the height of the sheet before it is turned.
    if (lies) picture.style.scale = String(Math.min(width, height) / Math.max(width, height));
    const frame = document.createElement('div');
    frame.className = classes.printedPage ?? '';
    frame.append(picture);
    sheet.append(frame);
    return picture;
  });
  await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
  printPart(sheet);
}
