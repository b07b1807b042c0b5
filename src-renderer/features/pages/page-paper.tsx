import { IconArrowsHorizontal, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { PageDetail, Word } from '#shared/contract/window/archive';
import { PageImage } from '../../components/page-image';
import { isUncertain } from './lit-words';
import classes from './pages.module.css';
import { usePageWords } from './words';

const steps = [0.5, 0.75, 1, 1.5, 2, 3, 4];

/** The image of the page with a box on every word; zoom 1 is the width of the pane. */
export function PagePaper({
  page,
  title,
  active,
  found,
  onActive,
}: {
  page: PageDetail;
  title: string;
  active: number | null;
  found: ReadonlySet<number>;
  onActive(word: number | null): void;
}) {
  const say = usePageWords();
  const lies = page.rotation % 180 !== 0;
  const upright = lies ? { width: page.height, height: page.width } : page;
  const [zoom, setZoom] = useState(1);
  const pane = useRef<HTMLDivElement>(null);
  const target = active ?? found.values().next().value ?? null;
  useEffect(() => {
    if (target !== null) pane.current?.querySelector(`[data-word="${target}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [target]);
  const step = (by: 1 | -1) => setZoom((now) => (by === 1 ? steps.find((one) => one > now) : steps.findLast((one) => one < now)) ?? now);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') step(1);
    else if (event.key === '-') step(-1);
    else if (event.key === '0') setZoom(1);
    else return;
    event.preventDefault();
  };
  return (
    <section className={classes.paperPane} aria-label={say('image', { order: page.order, title })}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys + - 0 zoom while the pane has the focus */}
      <div
        ref={pane}
        className={classes.paperScroll}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling pane must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-label={say('image', { order: page.order, title })}
        onKeyDown={onKeyDown}
      >
        <div className={classes.paper} style={{ width: `${zoom * 100}%`, aspectRatio: `${upright.width} / ${upright.height}` }}>
          <div
            className={classes.turned}
            style={{
              width: `${(page.width / upright.width) * 100}%`,
              aspectRatio: `${page.width} / ${page.height}`,
              rotate: `${page.rotation}deg`,
            }}
          >
            <PageImage
              hash={page.image}
              variant={zoom > 1 ? 'full' : 'view'}
              alt={say('image', { order: page.order, title })}
              className={classes.image ?? ''}
            />
            <div className={classes.boxes} aria-hidden="true" onMouseLeave={() => onActive(null)}>
              {page.words.map((word, index) => (
                <span
                  key={index}
                  data-word={index}
                  className={classes.box}
                  data-active={index === active || undefined}
                  data-found={found.has(index) || undefined}
                  data-uncertain={isUncertain(word) || undefined}
                  style={boxStyle(word, page)}
                  onMouseEnter={() => onActive(index)}
                />
              ))}
            </div>
          </div>
        </div>
      </div>
      <footer className={classes.tools}>
        <button type="button" aria-label={say('zoomOut')} title={say('zoomOut')} onClick={() => step(-1)}>
          <IconZoomOut size={18} />
        </button>
        <button type="button" aria-label={say('zoomIn')} title={say('zoomIn')} onClick={() => step(1)}>
          <IconZoomIn size={18} />
        </button>
        <button type="button" aria-label={say('fitWidth')} title={say('fitWidth')} onClick={() => setZoom(1)}>
          <IconArrowsHorizontal size={18} />
        </button>
        <span>{say('zoom', { percent: Math.round(zoom * 100) })}</span>
      </footer>
    </section>
  );
}

export const boxStyle = (box: Pick<Word, 'x' | 'y' | 'w' | 'h'>, page: { width: number; height: number }): CSSProperties => ({
  left: `${(box.x / page.width) * 100}%`,
  top: `${(box.y / page.height) * 100}%`,
  width: `${(box.w / page.width) * 100}%`,
  height: `${(box.h / page.height) * 100}%`,
});
