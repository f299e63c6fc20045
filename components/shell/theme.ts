export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** The server reads this cookie to render `<html data-theme>`, so the first paint already has the right paper. */
export const themeCookie = 'stet-theme';

export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}

export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
}
