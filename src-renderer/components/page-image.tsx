import { useState } from 'react';
import { imageUrl, type ImageVariant } from '#shared/contract/image-channel';
import { defineWords } from '../i18n/words';
import classes from './page-image.module.css';

const useWords = defineWords('page-image', {
  vi: { missing: 'Ảnh trang này chưa có trên máy hoặc bị hỏng' },
  en: { missing: 'The image of this page is missing or damaged' },
});

/** A scanned page, decrypted by the service as it is shown. The caller sizes it (`className`) and says what it is (`alt`). */
export function PageImage({
  hash,
  variant = 'view',
  alt,
  className,
  turn = 0,
  onStands,
}: {
  hash: string;
  variant?: ImageVariant;
  alt: string;
  className?: string;
  /** Clockwise turn that sets the page upright, in degrees; for small pictures, where what is cut off does not matter. */
  turn?: number;
  /** Called once the picture was drawn, or could not be had. */
  onStands?: () => void;
}) {
  const say = useWords();
  const [failed, setFailed] = useState<string>();
  const src = imageUrl({ sha256: hash, variant });
  if (failed === src)
    return (
      <div className={`${classes.missing} ${className ?? ''}`} role="img" aria-label={`${alt}: ${say('missing')}`}>
        {say('missing')}
      </div>
    );
  return (
    <img
      src={src}
      alt={alt}
      className={className}
      style={turn === 0 ? undefined : { rotate: `${turn}deg` }}
      draggable={false}
      // A picture whose drawing is waited for comes whole, in the frame that is told of.
      decoding={onStands ? 'sync' : 'async'}
      {...(onStands && { elementtiming: 'page' })}
      loading={variant === 'thumb' ? 'lazy' : 'eager'}
      onLoad={onStands && (({ currentTarget }) => whenDrawn(currentTarget, onStands))}
      onError={() => {
        setFailed(src);
        onStands?.();
      }}
    />
  );
}

/** Longest wait for a frame; where the picture is scrolled out of sight, or the window hidden, there is none. */
const longestWait = 400;
const waiting = new WeakMap<Element, () => void>();
let frames: PerformanceObserver | undefined;

/** Calls `then` once, when a frame with the picture was shown. */
function whenDrawn(image: HTMLImageElement, then: () => void): void {
  const once = () => {
    if (waiting.delete(image)) then();
  };
  waiting.set(image, once);
  setTimeout(once, longestWait);
  if (frames) return;
  frames = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { element } = entry as PerformanceEntry & { readonly element: Element | null };
      const once = element && waiting.get(element);
      // It was painted; the second frame after that begins when the one with the picture is out.
      if (once) requestAnimationFrame(() => requestAnimationFrame(once));
    }
  });
  frames.observe({ type: 'element', buffered: true });
}
