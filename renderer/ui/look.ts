/** Light or dark and the size of the interface's text: kept in this browser, following the system until chosen. */
import { useCallback, useEffect, useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';
const themeKey = 'gazette-theme';
const sizeKey = 'gazette-text-size';
const sizes = [12, 13, 14, 15, 16, 18, 20] as const;
const usualSize = 14;

const readTheme = (): Theme => {
  const stored = localStorage.getItem(themeKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
};
const readSize = (): number => {
  const stored = Number(localStorage.getItem(sizeKey));
  return sizes.find((size) => size === stored) ?? usualSize;
};

/** Told to every component that shows the choice, in this window and in others. */
const changed = 'gazette-look';

export interface Look {
  readonly theme: Theme;
  readonly size: number;
  readonly sizes: readonly number[];
  readonly setTheme: (theme: Theme) => void;
  readonly setSize: (size: number) => void;
  readonly larger: () => void;
  readonly smaller: () => void;
  readonly usual: () => void;
  readonly toggle: () => void;
}

export function useLook(): Look {
  const [theme, setThemeState] = useState(readTheme);
  const [size, setSizeState] = useState(readSize);
  useEffect(() => {
    const read = () => {
      setThemeState(readTheme());
      setSizeState(readSize());
    };
    window.addEventListener(changed, read);
    window.addEventListener('storage', read);
    return () => {
      window.removeEventListener(changed, read);
      window.removeEventListener('storage', read);
    };
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.fontSize = `${size}px`;
  }, [theme, size]);
  const keep = useCallback((key: string, value: string) => {
    localStorage.setItem(key, value);
    window.dispatchEvent(new Event(changed));
  }, []);
  const setTheme = (next: Theme) => keep(themeKey, next);
  const setSize = (next: number) => keep(sizeKey, String(next));
  const isDark = theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  return {
    theme,
    size,
    sizes,
    setTheme,
    setSize,
    larger: () => setSize(sizes.find((one) => one > size) ?? size),
    smaller: () => setSize(sizes.findLast((one) => one < size) ?? size),
    usual: () => setSize(usualSize),
    toggle: () => setTheme(isDark ? 'light' : 'dark'),
  };
}
