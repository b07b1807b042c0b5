import { IconArrowsHorizontal, IconCheck, IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { PageSummary } from '#shared/contract/window/archive';
import { type PageBox } from '#shared/page/upright';
import { boxStyle, TurnedPage } from '../../components/turned-page';
import pageView from '../../components/page-view.module.css';
import classes from './sheet-paper.module.css';
import { useVerificationWords } from './words';

export interface Lit {
  readonly pageId: string;
  readonly label: string;
  readonly box: PageBox;
  readonly boxes: readonly PageBox[];
}

export interface View {
  readonly zoom: number;
  readonly turn: number;
}

/** The page in work, the field in work lit on it. */
export function SheetPaper({
  pages,
  page,
  view,
  lit,
  ready,
  onZoom,
  onTurn,
}: {
  pages: readonly PageSummary[];
  page: PageSummary | undefined;
  view: View;
  lit: Lit | null;
  ready: string;
  onZoom(to: 'in' | 'out' | 'width'): void;
  onTurn(): void;
}) {
  const say = useVerificationWords();
  const pane = useRef<HTMLDivElement>(null);
  const shown = lit !== null && lit.pageId === page?.id ? lit : null;
  const target = shown ? `${shown.pageId} ${shown.box.x} ${shown.box.y} ${view.zoom}` : '';
  useEffect(() => {
    if (target !== '') pane.current?.querySelector('[data-lit]')?.scrollIntoView({ block: 'center', inline: 'nearest' });
    else pane.current?.scrollTo(0, 0);
  }, [target, page?.id]);
  return (
    <section className={pageView.paperPane} aria-label={say('image', { order: page?.order ?? '' })}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling pane must be reachable by keyboard */}
      <div ref={pane} className={classes.paperScroll} tabIndex={0} role="group" aria-label={say('image', { order: page?.order ?? '' })}>
        {page ? (
          <TurnedPage
            key={page.id}
            page={page}
            turn={page.rotation + view.turn}
            alt={say('image', { order: page.order })}
            className={classes.sheetPaper}
            style={{ width: `${view.zoom * 100}%` }}
          >
            {shown && <Light lit={shown} page={page} />}
          </TurnedPage>
        ) : (
          <p>{say('noImage')}</p>
        )}
      </div>
      <footer className={classes.tools}>
        <button type="button" aria-label={say('zoomOut')} title={say('zoomOut')} onClick={() => onZoom('out')}>
          <IconZoomOut size={18} />
        </button>
        <button type="button" aria-label={say('zoomIn')} title={say('zoomIn')} onClick={() => onZoom('in')}>
          <IconZoomIn size={18} />
        </button>
        <button type="button" aria-label={say('fitWidth')} title={say('fitWidth')} onClick={() => onZoom('width')}>
          <IconArrowsHorizontal size={18} />
        </button>
        <button type="button" aria-label={say('turn')} title={say('turn')} onClick={onTurn}>
          <IconRotateClockwise size={18} />
        </button>
        <span>{page && say('pageOf', { index: pages.indexOf(page) + 1, of: pages.length })}</span>
        <span className={classes.ready}>
          {ready !== '' && <IconCheck size={16} aria-hidden />}
          {ready}
        </span>
      </footer>
    </section>
  );
}

/** Everything but the field is dimmed a little; the field has a frame and its name. */
function Light({ lit, page }: { lit: Lit; page: PageSummary }) {
  return (
    <>
      <div data-lit className={classes.lit} style={boxStyle(grown(lit.box), page)} />
      <span
        className={classes.litLabel}
        style={{ left: `${(lit.box.x / page.width) * 100}%`, top: `${((lit.box.y - lit.box.h * 0.2) / page.height) * 100}%` }}
      >
        {lit.label}
      </span>
    </>
  );
}

const grown = ({ x, y, w, h }: PageBox): PageBox => {
  const by = h * 0.2;
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
};
