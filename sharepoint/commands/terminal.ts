/** Shows how far a step is: on one line that is written over where somebody watches, in a few lines elsewhere. */
export function showProgress(step: string, done: number, all: number): void {
  if (process.stdout.isTTY) {
    process.stdout.write(`\r${step}: ${done} of ${all}${done === all ? '\n' : ''}`);
  } else if (done === all || Math.floor((done * 4) / all) !== Math.floor(((done - 1) * 4) / all)) {
    console.log(`${step}: ${done} of ${all}`);
  }
}
