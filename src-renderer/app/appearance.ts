import { useEffect } from 'react';
import type { Settings } from '#shared/contract/window/settings';
import { setLanguage } from '../i18n/index';
import { service, useQueryOf } from '../service/use-service';

export const useSettings = () => useQueryOf(['settings'], () => service().settings.get());

/** Puts language, size of text and contrast of the open book's settings on the page. */
export function useAppearance(settings: Settings | undefined): void {
  useEffect(() => {
    if (!settings) return;
    setLanguage(settings.language);
    const { dataset } = document.documentElement;
    dataset['text'] = String(settings.textScale);
    dataset['contrast'] = settings.highContrast ? 'high' : 'normal';
    markWidth();
  }, [settings]);
}

/** Widths of the design in CSS px at a text size of 100 %: below 1200 the rail shrinks to icons, below 1000 list and record take turns. */
export function markWidth(): void {
  const { dataset } = document.documentElement;
  const width = (window.innerWidth * 100) / Number(dataset['text'] ?? 100);
  dataset['width'] = width < 1000 ? 'narrow' : width < 1200 ? 'medium' : 'wide';
}
window.addEventListener('resize', markWidth);
markWidth();
