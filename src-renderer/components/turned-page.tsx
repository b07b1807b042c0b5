import { type CSSProperties, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { type PageBox, type PageSize, quarter, uprightSize } from '#shared/page/upright';
import { PageImage } from './page-image';
import classes from './turned-page.module.css';

/** Place of a box on what lies over the image, in percent. */
export const boxStyle = (box: PageBox, page: PageSize): CSSProperties => ({
  left: `${(box.x / page.width) * 100}%`,
  top: `${(box.y / page.height) * 100}%`,
  width: `${(box.w / page.width) * 100}%`,
  height: `${(box.h / page.height) * 100}%`,
});

/** So far a picture may be stretched before the page itself takes its place. */
const stretch = 1.1;

/**
 * A page set upright. `children` lie over it in the coordinates of the image as it was scanned. The caller gives the width; where the view
 * has fewer pixels than the screen shows of it, the page as it was scanned follows.
 */
export function TurnedPage({
  page,
  turn,
  alt,
  style,
  className,
  onStands,
  children,
}: {
  page: PageSize & { readonly image: string };
  turn: number;
  alt: string;
  style?: CSSProperties;
  className?: string | undefined;
  /** As of {@link PageImage}. */
  onStands?: (() => void) | undefined;
  children?: ReactNode;
}) {
  const upright = uprightSize(page, turn);
  const paper = useRef<HTMLDivElement>(null);
  /** Image whose view is too small here. */
  const [large, setLarge] = useState('');
  const check = useCallback(() => {
    const shown = paper.current?.querySelector('img');
    if (!shown || shown.naturalWidth === 0 || shown.naturalWidth >= page.width) return;
    if (shown.clientWidth * devicePixelRatio > shown.naturalWidth * stretch) setLarge(page.image);
  }, [page.image, page.width]);
  useEffect(() => {
    const watch = new ResizeObserver(check);
    if (paper.current) watch.observe(paper.current);
    return () => watch.disconnect();
  }, [check]);
  return (
    <div
      ref={paper}
      className={`${classes.paper} ${className ?? ''}`}
      style={{ aspectRatio: `${upright.width} / ${upright.height}`, ...style }}
    >
      <div
        className={classes.turned}
        style={{
          width: `${(page.width / upright.width) * 100}%`,
          aspectRatio: `${page.width} / ${page.height}`,
          rotate: `${quarter(turn)}deg`,
        }}
      >
        <PageImage
          hash={page.image}
          variant={large === page.image ? 'full' : 'view'}
          alt={alt}
          className={classes.image ?? ''}
          onStands={() => {
            check();
            onStands?.();
          }}
        />
        {children && <div className={classes.over}>{children}</div>}
      </div>
    </div>
  );
}
