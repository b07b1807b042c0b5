import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import i18n, { type Language } from './index';

export type { Language } from './index';
export type Say<K extends string> = (key: K, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The words of one part of the window, kept beside it: Vietnamese is the reference, English must name the same keys and may add `_one`.
 * Returns the hook that says them; `.say` says them outside a component.
 */
export function defineWords<K extends string>(
  area: string,
  words: { vi: Record<K, string>; en: Record<NoInfer<K>, string> & Partial<Record<`${NoInfer<K>}_one`, string>> },
) {
  i18n.addResourceBundle('vi', area, words.vi);
  i18n.addResourceBundle('en', area, words.en);
  const useWords = (): Say<K> => {
    const { t } = useTranslation(area);
    return useMemo(() => sayWith(t), [t]);
  };
  const say: Say<K> = (key, values) => sayWith<K>(i18n.getFixedT(null, area))(key, values);
  return Object.assign(useWords, { say });
}

/** The typing of i18next knows no namespaces that are added at run time. */
const sayWith = <K extends string>(t: unknown): Say<K> => t as Say<K>;

export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'vi');
