import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { type Catalog, type Language, languages, type Texts } from '@opora/domain/basics/catalog.ts';

type LanguageState = { readonly language: Language; readonly choose: (language: Language) => void };

const LanguageContext = createContext<LanguageState>({ language: 'ru', choose: () => undefined });

const cookieName = 'opora_language';

/** Keeps the person's language in a cookie, so that the server's messages come in it too. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(languageOfCookie);
  const choose = useCallback((next: Language) => {
    document.cookie = `${cookieName}=${next}; path=/; max-age=31536000; samesite=strict`;
    document.documentElement.lang = next;
    setLanguage(next);
  }, []);
  const state = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  return useContext(LanguageContext);
}

/** The texts of a catalogue in the person's language. */
export function useTexts<T>(texts: Texts<T>): Catalog<T> {
  const { language } = useLanguage();
  // `ru` has literal types where the catalogue asks for strings only.
  return language === 'ru' ? (texts.ru as Catalog<T>) : texts.en;
}

function languageOfCookie(): Language {
  const chosen = new RegExp(`${cookieName}=(\\w+)`).exec(document.cookie)?.[1];
  return languages.find((language) => language === chosen) ?? 'ru';
}
