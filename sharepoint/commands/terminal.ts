let shown = { step: '', quarter: -1 };

/** Shows how far a step is: on one line that is written over where somebody watches, a line for each quarter elsewhere. */
export function showProgress(step: string, done: number, all: number): void {
  if (process.stdout.isTTY) {
    process.stdout.write(`\r${step}: ${done} of ${all}${done === all ? '\n' : ''}`);
    return;
  }
  const quarter = Math.floor((done * 4) / all);
  if (shown.step === step && shown.quarter === quarter) return;
  shown = { step, quarter };
  console.log(`${step}: ${done} of ${all}`);
}
