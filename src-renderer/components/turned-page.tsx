import type { CSSProperties, ReactNode } from 'react';
import type { ImageVariant } from '#shared/contract/image-channel';
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

/** A page set upright. `children` lie over it in the coordinates of the image as it was scanned. The caller gives the width. */
export function TurnedPage({
  page,
  turn,
  variant,
  alt,
  style,
  className,
  children,
}: {
  page: PageSize & { readonly image: string };
  turn: number;
  variant: ImageVariant;
  alt: string;
  style?: CSSProperties;
  className?: string | undefined;
  children?: ReactNode;
}) {
  const upright = uprightSize(page, turn);
  return (
    <div className={`${classes.paper} ${className ?? ''}`} style={{ aspectRatio: `${upright.width} / ${upright.height}`, ...style }}>
      <div
        className={classes.turned}
        style={{
          width: `${(page.width / upright.width) * 100}%`,
          aspectRatio: `${page.width} / ${page.height}`,
          rotate: `${quarter(turn)}deg`,
        }}
      >
        <PageImage hash={page.image} variant={variant} alt={alt} className={classes.image ?? ''} />
        {children && <div className={classes.over}>{children}</div>}
      </div>
    </div>
  );
}
