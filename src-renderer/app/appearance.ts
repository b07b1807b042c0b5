import { type RefObject, useEffect } from 'react';
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

const widthOf = (pixels: number): 'narrow' | 'medium' | 'wide' => (pixels < 1000 ? 'narrow' : pixels < 1200 ? 'medium' : 'wide');

/** Width of the rail when it holds icons only, in px at a text size of 100 %. */
const iconRail = 60;

/**
 * Marks the work beside an open panel with the width that a window would have whose whole work is as wide as what is left: screens then lay
 * themselves out by that and need no rules for the panel. On a narrow window the panel lies over the work, which stays as it is.
 */
export function useWidthBeside(work: RefObject<HTMLElement | null>, panel: boolean): void {
  useEffect(() => {
    const element = work.current;
    if (!element || !panel) return undefined;
    const root = document.documentElement.dataset;
    const watch = new ResizeObserver(() => {
      const left = (element.clientWidth * 100) / Number(root['text'] ?? 100);
      if (root['width'] === 'narrow') delete element.dataset['width'];
      else element.dataset['width'] = widthOf(left + iconRail);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      delete element.dataset['width'];
    };
  }, [work, panel]);
}

/**
 * Sizes of the window in CSS px at a text size of 100 %: below 1200 wide the rail shrinks to icons, below 1000 list and record take
 * turns; from 900 high the overview shows more of the days to come.
 */
export function markSize(): void {
  const { dataset } = document.documentElement;
  const scale = 100 / Number(dataset['text'] ?? 100);
  const width = window.innerWidth * scale;
  dataset['width'] = widthOf(width);
  dataset['height'] = window.innerHeight * scale < 900 ? 'usual' : 'high';
}
window.addEventListener('resize', markSize);
markSize();
