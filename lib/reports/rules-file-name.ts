/** The headline as the beginning of a file's name: letters and digits, in ASCII, at most 60. */
export function fileName(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase();
  return words.slice(0, 60).replace(/-$/, '') || 'article';
}
