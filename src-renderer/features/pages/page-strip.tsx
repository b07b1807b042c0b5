import { useEffect, useRef } from 'react';
import type { PageSummary } from '#shared/contract/window/archive';
import { PageImage } from '../../components/page-image';
import view from '../../components/page-view.module.css';
import { usePageWords } from './words';

/** So many thumbnails before and after the page in sight: a file of a thousand pages asks for no more. */
const around = 30;

/**
 * The pages of a document beside each other, the one in sight marked. Their pictures are asked for with `pictures` only: dozens of them would
 * stand in the way of the one that a person waits for.
 */
export function PageStrip({
  pages,
  current,
  pictures,
  onOpen,
}: {
  pages: readonly PageSummary[];
  current: string;
  pictures: boolean;
  onOpen(id: string): void;
}) {
  const say = usePageWords();
  const strip = useRef<HTMLElement>(null);
  const at = pages.findIndex(({ id }) => id === current);
  useEffect(() => {
    strip.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav ref={strip} className={view.strip} aria-label={say('strip')}>
      {pages.slice(Math.max(0, at - around), at + around + 1).map((page) => (
        <button key={page.id} type="button" aria-current={page.id === current || undefined} onClick={() => onOpen(page.id)}>
          {pictures ? (
            <PageImage hash={page.image} variant="thumb" alt="" className={view.stripThumb ?? ''} turn={page.rotation} />
          ) : (
            <span className={view.stripThumb} />
          )}
          {say('stripPage', { order: page.order })}
        </button>
      ))}
    </nav>
  );
}
