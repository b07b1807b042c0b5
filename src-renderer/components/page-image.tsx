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
  onLoad,
}: {
  hash: string;
  variant?: ImageVariant;
  alt: string;
  className?: string;
  /** Clockwise turn that sets the page upright, in degrees; for small pictures, where what is cut off does not matter. */
  turn?: number;
  onLoad?: () => void;
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
      decoding="async"
      loading={variant === 'thumb' ? 'lazy' : 'eager'}
      onLoad={onLoad}
      onError={() => setFailed(src)}
    />
  );
}
