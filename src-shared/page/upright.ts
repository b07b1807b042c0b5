/** A page set upright by a quarter turn clockwise, and where its boxes are then. Pixels; y grows downwards. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type Quarter = 0 | 90 | 180 | 270;

/** The turn in degrees as one of four. */
export const quarter = (degrees: number): Quarter => ((((Math.round(degrees / 90) * 90) % 360) + 360) % 360) as Quarter;

/** Size of a page after it was turned. */
export const uprightSize = ({ width, height }: PageSize, turn: number): PageSize =>
  quarter(turn) % 180 === 0 ? { width, height } : { width: height, height: width };

/** A box of the image as it lies, where it is after the page was turned clockwise; `size` is that of the image as it lies. */
export function uprightBox({ x, y, w, h }: PageBox, { width, height }: PageSize, turn: number): PageBox {
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
