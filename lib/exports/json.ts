/**
 * The frozen report itself, as it was kept, set for reading, with the digest that its canonical form has. An older form
 * stays what it was: its digest is over just these fields.
 */
export function renderJson({ snapshot, digest }: { readonly snapshot: string; readonly digest: string }): string {
  return `${JSON.stringify({ ...JSON.parse(snapshot), digest }, null, 2)}\n`;
}
