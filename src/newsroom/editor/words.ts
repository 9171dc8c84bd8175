import { createContext, useContext } from 'react';
import { editorStrings, type EditorStrings } from '../../strings/editor.ts';
import { type Language, plural, type PluralForms } from '../../strings/strings.ts';

export interface EditorWords {
  t: EditorStrings;
  language: Language;
  /** A figure as the site writes it. */
  figure(n: number): string;
  /** «٣ كلمات». */
  count(forms: PluralForms, n: number): string;
}

/** The editor's words in the language of the interface, with figures as the site writes them. */
export function editorWords(language: Language, digits: 'arab' | 'latn'): EditorWords {
  const figures = new Intl.NumberFormat('ar', { numberingSystem: digits, useGrouping: false });
  const latin = new Intl.NumberFormat('en', { useGrouping: false });
  const figure = (n: number) => (language === 'ar' ? figures : latin).format(n);
  return {
    t: editorStrings[language],
    language,
    figure,
    count: (forms, n) => plural(language, forms, n, figure(n)),
  };
}

export const WordsContext = createContext<EditorWords>(editorWords('ar', 'arab'));
export const useWords = (): EditorWords => useContext(WordsContext);
