import './node-version';
import { buildPackage } from './build';
import { runCommand } from './command-error';
import { solutionPackage } from './paths';

/** npm run build: release/ and the package. */
runCommand(async () => {
  await buildPackage();
  console.log(`Built ${solutionPackage}`);
});
