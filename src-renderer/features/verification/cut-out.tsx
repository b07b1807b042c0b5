import type { PageSummary } from '#shared/contract/window/archive';
import { type PageBox, uprightBox, uprightSize } from '#shared/page/upright';
import { TurnedPage } from '../../components/turned-page';
import classes from './sheet-field.module.css';

/** The piece of the page that proves a value, as wide as it is given room. */
export function CutOut({ page, box }: { page: PageSummary; box: PageBox }) {
  const size = uprightSize(page, page.rotation);
  const at = uprightBox(box, page, page.rotation);
  const margin = at.h * 0.35;
  const h = Math.min(size.height, at.h + 2 * margin);
  const w = Math.min(size.width, Math.max(at.w + 2 * margin, h * 4));
  const x = Math.min(Math.max(0, at.x - (w - at.w) / 2), size.width - w);
  const y = Math.min(Math.max(0, at.y - margin), size.height - h);
  return (
    <div className={classes.cut} style={{ aspectRatio: `${w} / ${h}` }} aria-hidden="true">
      <TurnedPage
        page={page}
        turn={page.rotation}
        alt=""
        style={{
          position: 'absolute',
          left: `${(-x / w) * 100}%`,
          top: `${(-y / h) * 100}%`,
          width: `${(size.width / w) * 100}%`,
        }}
      />
    </div>
  );
}
