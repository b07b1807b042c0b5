/** The two languages of the window. Vietnamese is the reference; the words stand beside the parts that say them (see words.ts). */
import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'vi' | 'en';

const kept = 'language';

/** The language of the last session of this machine, for the page before the book is open. */
const firstLanguage = (): Language => (localStorage.getItem(kept) === 'en' ? 'en' : 'vi');

void i18n.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'vi',
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
});
document.documentElement.lang = i18n.language;

export const setLanguage = (language: Language): void => {
  if (i18n.language === language) return;
  localStorage.setItem(kept, language);
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
};

/** For text that is made outside a component. */
export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'vi');

export default i18n;
