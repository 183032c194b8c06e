// What the benches say: to the terminal, and kept for a report.
const lines: string[] = [];

/** Steps on the way are only said, results are kept too. */
export const sayStep = (line: string): void => {
  console.log(line);
};

export const print = (line: string): void => {
  console.log(line);
  lines.push(...line.split('\n'));
};

/** What was printed since the last call. */
export const takePrinted = (): readonly string[] => lines.splice(0);
