/** The rows of a CSV text, read by RFC 4180's own grammar, with another separator where a spreadsheet has one. */
export function rowsOf(csv: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < csv.length; i++) {
    const sign = csv[i] ?? '';
    if (isQuoted && sign === '"' && csv[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (isQuoted) {
      if (sign === '"') isQuoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === separator || sign === '\n') {
      row.push(cell.replace(/\r$/, ''));
      cell = '';
      if (sign === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += sign;
  }
  return rows;
}
