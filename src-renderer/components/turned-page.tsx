import type { CSSProperties, ReactNode } from 'react';
import type { ImageVariant } from '#shared/contract/image-channel';
import { PageImage } from './page-image';
import classes from './turned-page.module.css';

export interface PaperSize {
  readonly width: number;
  readonly height: number;
}
export interface PaperBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The turn in degrees as one of four. */
export const quarter = (degrees: number): 0 | 90 | 180 | 270 =>
  ((((Math.round(degrees / 90) * 90) % 360) + 360) % 360) as 0 | 90 | 180 | 270;

/** Size of a page after it was turned. */
export const uprightSize = ({ width, height }: PaperSize, turn: number): PaperSize =>
  quarter(turn) % 180 === 0 ? { width, height } : { width: height, height: width };

/** A box of the image as it lies, where it is after the page was turned clockwise. */
export function uprightBox({ x, y, w, h }: PaperBox, { width, height }: PaperSize, turn: number): PaperBox {
  switch (quarter(turn)) {
    case 0:
      return { x, y, w, h };
    case 90:
      return { x: height - y - h, y: x, w: h, h: w };
    case 180:
      return { x: width - x - w, y: height - y - h, w, h };
    case 270:
      return { x: y, y: width - x - w, w: h, h: w };
  }
}

/** Place of a box on what lies over the image, in percent. */
export const boxStyle = (box: PaperBox, page: PaperSize): CSSProperties => ({
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
  page: PaperSize & { readonly image: string };
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
