import { useEffect } from 'react';
import type { Settings } from '#shared/contract/window/settings';
import { setLanguage } from '../i18n/index';
import { queries } from '../service/queries';
import { service, useQueryOf } from '../service/use-service';

const key = ['settings'] as const;

export const useSettings = () => useQueryOf(key, () => service().settings.get());

/** Asks before anybody needs them. A book that is still locked refuses, and is asked again when it was opened. */
export const prefetchSettings = (): void => void queries.prefetchQuery({ queryKey: key, queryFn: () => service().settings.get() });

/** Puts language, size of text and contrast of the open book's settings on the page. */
export function useAppearance(settings: Settings | undefined): void {
  useEffect(() => {
    if (!settings) return;
    setLanguage(settings.language);
    const { dataset } = document.documentElement;
    dataset['text'] = String(settings.textScale);
    dataset['contrast'] = settings.highContrast ? 'high' : 'normal';
    markSize();
  }, [settings]);
}

/**
 * Sizes of the window in CSS px at a text size of 100 %: below 1200 wide the rail shrinks to icons, below 1000 list and record take
 * turns; from 900 high the overview shows more of the days to come.
 */
export function markSize(): void {
  const { dataset } = document.documentElement;
  const scale = 100 / Number(dataset['text'] ?? 100);
  const width = window.innerWidth * scale;
  dataset['width'] = width < 1000 ? 'narrow' : width < 1200 ? 'medium' : 'wide';
  dataset['height'] = window.innerHeight * scale < 900 ? 'usual' : 'high';
}
window.addEventListener('resize', markSize);
markSize();
